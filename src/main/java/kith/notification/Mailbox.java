package kith.notification;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks into the mailbox for answers. A mail for the house is taken away once what it says is stored, so that no words of members stay there; others are left
 * untouched. The house notes how far it read; that two nodes look at once does no harm, because {@link Answers} takes each mail once.
 */
@Component
class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final AnswerSettings settings;
    private final Answers answers;

    Mailbox(AnswerSettings settings, Answers answers) {
        this.settings = settings;
        this.answers = answers;
    }

    @Scheduled(fixedDelay = 20_000, initialDelay = 8_000)
    void look() {
        try {
            settings.box().filter(box -> !box.brought()).ifPresent(this::empty);
        } catch (RuntimeException away) {
            LOG.warn("answers wait: {}", away.getClass().getSimpleName());
        }
    }

    void empty(AnswerBox box) {
        try (var imap = Imap.open(box, Folder.READ_WRITE)) {
            var validity = imap.validity();
            var last = last(validity);
            for (var mail : imap.after(last)) {
                var uid = imap.uid(mail);
                if (uid > last) {
                    take(mail, box);
                    settings.read(validity + ":" + uid);
                }
            }
        } catch (MessagingException away) {
            LOG.warn("the mailbox does not answer: {}", away.getClass().getSimpleName());
        }
    }

    /** Up to which mail it was read; a mailbox whose numbers began anew is read from its start. */
    private long last(long validity) {
        return settings.read()
                .filter(read -> read.startsWith(validity + ":"))
                .map(read -> Long.parseLong(read.substring(read.indexOf(':') + 1)))
                .orElse(0L);
    }

    /** A database that is away ends the round before anything is noted; a mail that cannot be read is left where it is. */
    private void take(Message mail, AnswerBox box) throws MessagingException {
        try {
            if (mail instanceof MimeMessage whole && answers.take(whole, box)) {
                mail.setFlag(Flags.Flag.DELETED, true);
            }
        } catch (MessageRemovedException another) {
            LOG.debug("taken by another node");
        } catch (FolderClosedException | StoreClosedException | DataAccessException | TransactionException away) {
            throw away;
        } catch (IOException | MessagingException | RuntimeException unreadable) {
            LOG.warn("a mail could not be read: {}", unreadable.getClass().getSimpleName());
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
    void sweep() {
        answers.sweep();
    }
}
