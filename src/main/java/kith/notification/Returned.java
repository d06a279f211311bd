package kith.notification;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.mail.MailSendException;

/** Reads in a mail server's answer whether it will ever take mails for an address. */
final class Returned {
    /** What the mail library calls an answer to RCPT; it is not there when this is compiled. */
    private static final String TO_THE_ADDRESS = "SMTPAddressFailedException";

    /** 5xx, but for a full mailbox (552, 5.2.2) and for what a server holds against the sender (5.7.x). */
    private static final Pattern FOR_GOOD =
            Pattern.compile("5(?!52)\\d\\d(?!\\D+5\\.(?:7|2\\.2)\\b).*", Pattern.DOTALL);

    private Returned() {}

    static boolean forGood(Exception said) {
        return exceptions(said)
                .flatMap(Returned::chain)
                .filter(each -> each.getClass().getSimpleName().equals(TO_THE_ADDRESS))
                .anyMatch(each ->
                        FOR_GOOD.matcher(String.valueOf(each.getMessage())).matches());
    }

    private static Stream<Exception> exceptions(Exception said) {
        return said instanceof MailSendException several
                ? Arrays.stream(several.getMessageExceptions())
                : Stream.of(said);
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first,
                next -> next != null,
                next -> next instanceof MessagingException m ? m.getNextException() : null);
    }
}
