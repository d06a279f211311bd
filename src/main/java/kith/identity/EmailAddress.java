package kith.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads e-mail addresses the way the house keeps them: one address, lower case, nothing that could become a second header or recipient. */
final class EmailAddress {
    private static final Pattern PLAIN =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*");

    private EmailAddress() {}

    static Optional<String> read(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= 254 && PLAIN.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /** What stands before the at sign, which often is a person's name. */
    static String namePart(String email) {
        var at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }
}
