package kith.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the sign-in needs: to whom ({@code who} is null where no account is meant), in which language, the {@code key} of its phrases
 * ({@code key.subject}, {@code key.text}, {@code key.button}), and the path that its button leads to, or null.
 */
public record Letter(
        @Nullable MemberId who,
        String address,
        Locale locale,
        String key,
        @Nullable String path,
        List<Object> args) {}
