package kith.library;

import java.time.LocalDate;
import java.time.Period;
import kith.identity.Card;
import org.jspecify.annotations.Nullable;

/** When somebody last looked whether an article is still right, who that was, and by when somebody looks again. */
public record Review(@Nullable LocalDate on, Card by, LocalDate due) {
    /** Health information ages: a year is what its publishers mostly allow themselves. */
    static final Period EVERY = Period.ofYears(1);

    /** What arrives from outside is looked at sooner, because nobody here has read it yet. */
    static final Period FIRST = Period.ofMonths(3);

    public boolean isDue(LocalDate today) {
        return !due.isAfter(today);
    }
}
