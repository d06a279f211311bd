package kith.notification;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;

/** Reads in a mail server's answer whether it will ever take mails for an address. */
final class Returned {
    private Returned() {}

    /** Where it said 5xx to the address, but for a full mailbox (552) and for what it holds against the sender (5.7.x). */
    static boolean forGood(Exception said) {
        return exceptions(said)
                .flatMap(Returned::chain)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .anyMatch(failed -> failed.getReturnCode() / 100 == 5
                        && failed.getReturnCode() != 552
                        && !String.valueOf(failed.getMessage()).matches("(?s).*\\b5\\.(?:7|2\\.2)\\b.*"));
    }

    private static Stream<Exception> exceptions(Exception said) {
        return said instanceof MailSendException several ? Arrays.stream(several.getMessageExceptions()) : Stream.of(said);
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first, next -> next != null, next -> next instanceof MessagingException m ? m.getNextException() : null);
    }
}
