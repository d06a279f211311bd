package kith.community;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** An invitation in the making: for one address ({@code email}, may be empty), for how many days and people. */
public record InviteForm(
        @Nullable String email,
        @Nullable Integer days,
        @Nullable Integer uses) {
    private static final int MOST_DAYS = 90;
    private static final int MOST_USES = 100;

    static final InviteForm EMPTY = new InviteForm("", 14, 1);

    public InviteForm {
        days = Objects.requireNonNullElse(days, 0);
        uses = Objects.requireNonNullElse(uses, 0);
        email = Objects.requireNonNullElse(email, "").strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String email() {
        return Objects.requireNonNull(email);
    }

    int lasts() {
        return Objects.requireNonNull(days);
    }

    Refusals refuse() {
        return Refusals.gather(
                email().isEmpty() || email().length() < 200 && email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")
                        ? Optional.empty()
                        : Optional.of(Refusal.in("email", "community.invites.email-form")),
                lasts() < 1 || lasts() > MOST_DAYS
                        ? Optional.of(Refusal.in("days", "community.invites.days-range", MOST_DAYS))
                        : Optional.empty(),
                people() < 1 || people() > MOST_USES
                        ? Optional.of(Refusal.in("uses", "community.invites.uses-range", MOST_USES))
                        : Optional.empty());
    }

    /** A letter to one person is for one person. */
    int people() {
        return email().isEmpty() ? Objects.requireNonNull(uses) : 1;
    }

    Duration lasting() {
        return Duration.ofDays(lasts());
    }
}
