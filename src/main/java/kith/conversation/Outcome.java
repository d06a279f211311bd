package kith.conversation;

import java.util.function.Supplier;
import kith.page.Refusals;

/** What comes of wanting to publish something. */
sealed interface Outcome<T> {
    /** It may be published, as this. */
    record Published<T>(T work) implements Outcome<T> {}

    /** It may not, and why. */
    record Refused<T>(Refusals why) implements Outcome<T> {}

    /** The same, where nothing more speaks against it. */
    default Outcome<T> and(Refusals more) {
        return switch (this) {
            case Published<T> published -> more.any() ? new Refused<>(more) : published;
            case Refused<T> refused -> new Refused<>(refused.why().and(more));
        };
    }

    static <T> Outcome<T> of(Refusals why, Supplier<T> work) {
        return why.any() ? new Refused<>(why) : new Published<>(work.get());
    }
}
