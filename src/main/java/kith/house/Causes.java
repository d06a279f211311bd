package kith.house;

import java.util.Optional;
import java.util.stream.Stream;

/** Looks for what really went wrong under what Spring made of it. */
final class Causes {
    private Causes() {}

    static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
