package kith.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the house hears answers: the address that members answer to, and the IMAP server that keeps what came, or, where they are {@code brought}, the host and
 * port of this machine at which a mail server delivers them (LMTP). An address such as
 * {@code post@example.org} gets a sign after a plus; {@code *@post.example.org} takes everything before the at-sign.
 */
record AnswerBox(
        String address,
        String host,
        int port,
        boolean secure,
        boolean brought,
        String user,
        @Nullable String password) {
    /** A mailbox that the house looks into. */
    AnswerBox(String address, String host, int port, boolean secure, String user, @Nullable String password) {
        this(address, host, port, secure, false, user, password);
    }

    /** RFC 5321 allows 64 characters before the at-sign; a sign has 53, and the plus is one. */
    static final Pattern ADDRESS = Pattern.compile("(\\*|[a-z0-9][a-z0-9._-]{0,9})@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private static final String SIGN = "([ab][0-9a-f]{52})";

    String at(String sign) {
        return address.startsWith("*@") ? sign + address.substring(1) : address.replace("@", "+" + sign + "@");
    }

    /** The sign in an address of this box; mail programs and servers may have changed its case. */
    Optional<String> sign(String to) {
        var before = address.startsWith("*@") ? "" : Pattern.quote(address.substring(0, address.indexOf('@')) + "+");
        var after = Pattern.quote(address.substring(address.indexOf('@')));
        var found = Pattern.compile(before + SIGN + after).matcher(to.strip().toLowerCase(Locale.ROOT));
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
