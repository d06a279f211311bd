package kith.duty;

import kith.page.Refusal;

/** What became of an attempt to change a duty. */
sealed interface Turn {
    /** It was done: the duty as it is now. */
    record Taken(Duty duty) implements Turn {}

    /** It was not, and why. */
    record Refused(Refusal why) implements Turn {}
}
