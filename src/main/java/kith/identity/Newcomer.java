package kith.identity;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody about to get an account: {@code password} is a hash or null, {@code confirmed} says whether the e-mail address is known to be theirs. */
public record Newcomer(
        String email,
        String name,
        @Nullable String password,
        Locale locale,
        ZoneId zone,
        boolean operator,
        boolean confirmed) {}
