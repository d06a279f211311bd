package kith.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes mails that a mail server brings, each in a transaction of its own; what is yes is stored, and what is later was not. */
@Component
class LmtpMails implements LmtpTalk.Taker {
    private static final Logger LOG = LoggerFactory.getLogger(LmtpMails.class);

    private final AnswerSettings settings;
    private final AnswerAddresses addresses;
    private final Bounces bounces;
    private final Answers answers;

    LmtpMails(AnswerSettings settings, AnswerAddresses addresses, Bounces bounces, Answers answers) {
        this.settings = settings;
        this.addresses = addresses;
        this.bounces = bounces;
        this.answers = answers;
    }

    @Override
    public Optional<String> sign(String recipient) {
        return settings.box()
                .flatMap(box -> box.sign(recipient))
                .filter(sign -> addresses.asked(sign).isPresent()
                        || AnswerAddresses.returned(sign).filter(bounces::made).isPresent());
    }

    @Override
    public String take(byte[] mail, String sender, String sign) {
        try {
            answers.take(read(mail, sender), sign);
            return "250 2.1.5 Taken";
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("an answer waits: {}", away.getClass().getSimpleName());
            return "451 4.3.0 Not now";
        } catch (IOException | MessagingException | RuntimeException unreadable) {
            LOG.warn("a mail could not be read: {}", unreadable.getClass().getSimpleName());
            return "554 5.6.0 This cannot be read";
        }
    }

    /** Whoever delivers writes down whom it came from (RFC 5321, 4.4). */
    private static MimeMessage read(byte[] mail, String sender) throws MessagingException {
        var read = new MimeMessage(Session.getInstance(Imap.lenient()), new SharedByteArrayInputStream(mail));
        read.setHeader("Return-Path", "<" + sender + ">");
        return read;
    }
}
