package kith.identity;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An account as the sign-in sees it; {@code password} is a hash or null, {@code reason} says why it is suspended. */
record Account(
        MemberId id,
        String email,
        String name,
        @Nullable String password,
        Status status,
        boolean operator,
        Locale locale,
        ZoneId zone,
        boolean second,
        String reason) {

    boolean usable() {
        return status == Status.ACTIVE || status == Status.UNCONFIRMED;
    }

    Letter letter(String key, @Nullable String path, Object... args) {
        return new Letter(id, email, locale, "identity.mail." + key, path, java.util.List.of(args));
    }
}
