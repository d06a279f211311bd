package kith.house;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What locks and opens a backup: from KITH_PASSPHRASE, else asked where somebody can answer. */
final class Passphrase {
    private static final int SHORTEST = 12;

    private Passphrase() {}

    /** None means that the backup stays open. */
    static @Nullable String chosen(Map<String, String> environment, Terminal terminal) {
        String given = environment.get("KITH_PASSPHRASE");
        if (given == null) {
            given = terminal.secret("Passphrase (empty for none)").orElse(null);
            if (given != null && !Optional.of(given).equals(terminal.secret("The same again"))) {
                throw new HouseProblem("The two were not the same; nothing was saved.");
            }
        }
        if (given != null && given.length() < SHORTEST) {
            throw new HouseProblem("The passphrase needs at least %d characters.".formatted(SHORTEST));
        }
        return given;
    }

    static String known(Map<String, String> environment, Terminal terminal) {
        return Optional.ofNullable(environment.get("KITH_PASSPHRASE"))
                .or(() -> terminal.secret("Passphrase of the backup"))
                .orElseThrow(
                        () -> new HouseProblem("This backup is encrypted: give its passphrase in KITH_PASSPHRASE."));
    }
}
