package kith.community;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a step of joining asks besides the pack's questions: the guidelines' version (0: not ticked), and on the last step what to show of oneself. */
public record OnboardingForm(
        Onboarding.@Nullable Turn turn,
        @Nullable Integer guidelines,
        @Nullable Boolean listed,
        @Nullable String about) {
    public OnboardingForm {
        guidelines = Objects.requireNonNullElse(guidelines, 0);
        listed = Objects.requireNonNullElse(listed, false);
        turn = Objects.requireNonNullElse(turn, Onboarding.Turn.NEXT);
        about = Objects.requireNonNullElse(about, "").strip();
    }

    @Override
    public Onboarding.Turn turn() {
        return Objects.requireNonNull(turn);
    }

    int promised() {
        return Objects.requireNonNull(guidelines);
    }

    boolean shown() {
        return Objects.requireNonNull(listed);
    }

    @Override
    public String about() {
        return Objects.requireNonNull(about);
    }
}
