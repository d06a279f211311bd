package kith.community;

import java.util.Objects;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What a member shows of themselves in one community. */
public record MyForm(@Nullable Boolean listed, @Nullable String about) {
    public MyForm {
        listed = Objects.requireNonNullElse(listed, false);
        about = Objects.requireNonNullElse(about, "").strip();
    }

    boolean shown() {
        return Objects.requireNonNull(listed);
    }

    @Override
    public String about() {
        return Objects.requireNonNull(about);
    }

    Refusals refuse() {
        return Refusals.gather(
                about().length() > Onboarding.LONGEST_ABOUT
                        ? Optional.of(Refusal.in("about", "community.my.about-long", Onboarding.LONGEST_ABOUT))
                        : Optional.empty());
    }
}
