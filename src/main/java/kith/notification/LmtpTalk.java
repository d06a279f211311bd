package kith.notification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One talk with a mail server that delivers (RFC 2033): takes mails for addresses that the house made, one answer for each, and passes nothing on. */
final class LmtpTalk {
    /** Room for a picture of 12 MB, as mails write it. */
    static final int MOST_BYTES = 20 << 20;

    private static final int MOST_RECIPIENTS = 20;
    private static final int MOST_ERRORS = 10;
    private static final String FIRST = "503 5.5.1 Something else comes first";
    private static final String LARGE = "552 5.3.4 That is too large";
    private static final Pattern FROM = Pattern.compile("FROM:\\s*<([^<>]*)>(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO = Pattern.compile("TO:\\s*<([^<>\\s]{1,320})>.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile(".*\\bSIZE=(\\d{1,18})\\b.*", Pattern.CASE_INSENSITIVE);

    /** Who takes what is brought: knows the sign of a recipient, and answers for each mail. */
    interface Taker {
        Optional<String> sign(String recipient);

        String take(byte[] mail, String sender, String sign);
    }

    private final LmtpWire wire;
    private final Taker taker;
    private final List<String> signs = new ArrayList<>();
    private boolean greeted;
    private @Nullable String sender;
    private int errors;

    LmtpTalk(LmtpWire wire, Taker taker) {
        this.wire = wire;
        this.taker = taker;
    }

    void hold() throws IOException {
        wire.say("220 Kith LMTP");
        while (errors < MOST_ERRORS) {
            var line = wire.command();
            var words = line.strip().split("\\s+", 2);
            var verb = line.length() > LmtpWire.LONGEST_COMMAND ? "" : words[0].toUpperCase(Locale.ROOT);
            if (verb.equals("QUIT")) {
                wire.say("221 2.0.0 Goodbye");
                return;
            }
            answer(verb, words.length > 1 ? words[1] : "");
        }
        wire.say("421 4.7.0 Too much that makes no sense");
    }

    private void answer(String verb, String rest) throws IOException {
        if (verb.equals("DATA")) {
            data();
            return;
        }
        var said = switch (verb) {
            case "LHLO" -> greet();
            case "MAIL" -> from(rest);
            case "RCPT" -> to(rest);
            case "RSET" -> forget();
            case "NOOP" -> "250 2.0.0 Yes";
            case "VRFY" -> "252 2.1.5 Bring it and see";
            case "HELO", "EHLO" -> "500 5.5.1 This is LMTP: LHLO";
            default -> "500 5.5.2 Not understood";
        };
        errors += said.startsWith("50") ? 1 : 0;
        wire.say(said);
    }

    private String greet() {
        forget();
        greeted = true;
        return "250-Kith\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250 SIZE " + MOST_BYTES;
    }

    private String forget() {
        sender = null;
        signs.clear();
        return "250 2.0.0 Forgotten";
    }

    private String from(String rest) {
        var found = FROM.matcher(rest);
        if (!found.matches()) {
            return "501 5.5.4 MAIL FROM:<address>";
        }
        if (!greeted || sender != null) {
            return FIRST;
        }
        var size = SIZE.matcher(found.group(2));
        if (size.matches() && Long.parseLong(size.group(1)) > MOST_BYTES) {
            return LARGE;
        }
        sender = found.group(1);
        return "250 2.1.0 Yes";
    }

    private String to(String rest) {
        var found = TO.matcher(rest);
        if (sender == null || !found.matches()) {
            return sender == null ? FIRST : "501 5.5.4 RCPT TO:<address>";
        }
        if (signs.size() == MOST_RECIPIENTS) {
            return "452 4.5.3 Not so many at once";
        }
        var sign = taker.sign(found.group(1));
        sign.ifPresent(signs::add);
        return sign.isPresent() ? "250 2.1.5 Yes" : "550 5.1.1 Nobody made this address";
    }

    private void data() throws IOException {
        if (sender == null || signs.isEmpty()) {
            errors++;
            wire.say(FIRST);
            return;
        }
        wire.say("354 Go on, and end with a dot");
        var mail = wire.mail(MOST_BYTES);
        for (var sign : signs) {
            wire.say(mail == null ? LARGE : taker.take(mail, sender, sign));
        }
        forget();
    }
}
