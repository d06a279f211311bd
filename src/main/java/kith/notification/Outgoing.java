package kith.notification;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as it is handed in; {@code returns} is where it comes back to if it cannot be delivered, null for the sender's own address. */
record Outgoing(
        UUID id, String to, String locale, Written written, Map<String, String> headers, @Nullable String returns) {
    static Outgoing of(UUID id, String to, Locale locale, Written written) {
        return new Outgoing(id, to, locale.toLanguageTag(), written, Map.of(), null);
    }
}
