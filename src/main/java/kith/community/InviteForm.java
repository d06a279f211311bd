package kith.community;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** An invitation in the making: for one address ({@code email}, may be empty), for how many days and people. */
public record InviteForm(@Nullable String email, int days, int uses) {
    private static final int MOST_DAYS = 90;
    private static final int MOST_USES = 100;

    static final InviteForm EMPTY = new InviteForm("", 14, 1);

    public InviteForm {
        email = Objects.requireNonNullElse(email, "").strip();
    }

    @Override
    public String email() {
        return Objects.requireNonNull(email);
    }

    Refusals refuse() {
        return Refusals.gather(
                email().isEmpty() || email().length() < 200 && email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")
                        ? Optional.empty()
                        : Optional.of(Refusal.in("email", "community.invites.email-form")),
                days < 1 || days > MOST_DAYS
                        ? Optional.of(Refusal.in("days", "community.invites.days-range", MOST_DAYS))
                        : Optional.empty(),
                uses < 1 || uses > MOST_USES
                        ? Optional.of(Refusal.in("uses", "community.invites.uses-range", MOST_USES))
                        : Optional.empty());
    }

    /** A letter to one person is for one person. */
    int people() {
        return email().isEmpty() ? uses : 1;
    }

    Duration lasting() {
        return Duration.ofDays(days);
    }
}
