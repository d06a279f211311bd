package kith.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One consent as it stands in the ledger: what for, to which text, in which language, from when until when. */
public record Consent(
        UUID id,
        Kind kind,
        String version,
        String locale,
        Instant givenAt,
        @Nullable Instant withdrawnAt) {
    /** What is agreed to, each on its own. */
    public enum Kind {
        TERMS,
        PRIVACY,
        HEALTH_DATA;

        public String key() {
            return "identity.consent."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
