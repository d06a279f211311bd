package kith.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import kith.identity.Accounts;
import kith.identity.HouseAddress;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Status;
import kith.page.Phrases;
import kith.page.Refusal;
import kith.page.TooMany;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes answers by mail: from a person, to an address that the house made for them, from their own address, and each once. What may not be published is kept
 * in the house, and its writer is told so by mail.
 */
@Component
class Answers {
    private final JdbcClient sql;
    private final AnswerAddresses addresses;
    private final Bounces bounces;
    private final ObjectProvider<MailedReply> replies;
    private final Accounts accounts;
    private final Mails mails;
    private final Phrases phrases;
    private final Limits limits;
    private final HouseAddress house;

    Answers(
            JdbcClient sql,
            AnswerAddresses addresses,
            Bounces bounces,
            ObjectProvider<MailedReply> replies,
            Accounts accounts,
            Mails mails,
            Phrases phrases,
            Limits limits,
            HouseAddress house) {
        this.sql = sql;
        this.addresses = addresses;
        this.bounces = bounces;
        this.replies = replies;
        this.accounts = accounts;
        this.mails = mails;
        this.phrases = phrases;
        this.limits = limits;
        this.house = house;
    }

    /** Whether the mail was for the house; one that was not is left as it is. */
    @Transactional
    public boolean take(MimeMessage mail, AnswerBox box) throws MessagingException, IOException {
        var arrived = Arrived.of(mail, house.host());
        var sign = arrived.to().stream().flatMap(to -> box.sign(to).stream()).findFirst();
        if (sign.isPresent()) {
            take(mail, arrived, sign.get());
        }
        return sign.isPresent();
    }

    /** The mail came to the address with this sign, whatever is written in it. */
    @Transactional
    public void take(MimeMessage mail, String sign) throws MessagingException, IOException {
        take(mail, Arrived.of(mail, house.host()), sign);
    }

    private void take(MimeMessage mail, Arrived arrived, String sign) throws MessagingException, IOException {
        if (!fresh(arrived.id() + sign)) {
            return;
        }
        var returned = AnswerAddresses.returned(sign);
        if (returned.isPresent()) {
            bounces.take(returned.get(), Arrived.failed(mail));
        } else if (!arrived.automatic()) {
            var asked = addresses.asked(sign);
            if (asked.isPresent()) {
                answer(asked.get(), arrived, mail);
            }
        }
    }

    private void answer(AnswerAddresses.Asked asked, Arrived arrived, MimeMessage mail)
            throws MessagingException, IOException {
        var reach = accounts.reachAsHouse(asked.who()).filter(known -> known.status() == Status.ACTIVE);
        if (reach.isEmpty()) {
            return;
        }
        if (!reach.get().email().equalsIgnoreCase(arrived.from())) {
            tell(reach.get(), "notification.answer.stranger", "/account");
            return;
        }
        told(reach.get(), take(asked, MailText.of(mail)));
    }

    private Taken take(AnswerAddresses.Asked asked, MailedReply.Mailed mailed) {
        return replies.orderedStream()
                .map(reply -> reply.take(asked.who(), asked.thread(), asked.about(), mailed))
                .filter(taken -> !(taken instanceof Taken.Nothing))
                .findFirst()
                .orElseGet(Taken.Nothing::new);
    }

    private void told(Accounts.Reach reach, Taken taken) {
        var without =
                taken.without().stream().map(why -> said(reach, why)).distinct().collect(Collectors.joining(" "));
        switch (taken) {
            case Taken.Posted posted -> {
                if (!without.isEmpty()) {
                    tell(reach, "notification.answer.pictures", posted.path(), without);
                }
            }
            case Taken.Kept kept ->
                mails.send(Mail.to(
                        reach.id(),
                        "notification.answer.kept",
                        kept.path(),
                        (said(reach, kept.why()) + " " + without).strip()));
            case Taken.Nothing nothing -> tell(reach, "notification.answer.nothing", null);
        }
    }

    private String said(Accounts.Reach reach, Refusal why) {
        return phrases.say(reach.locale(), why.key(), why.args().toArray());
    }

    /** Only so often, so that nobody who got hold of an address can fill a mailbox. */
    private void tell(Accounts.Reach reach, String key, @Nullable String path, Object... args) {
        try {
            limits.take(Limit.ANSWER_MAIL, reach.id());
            mails.send(Mail.to(reach.id(), key, path, args));
        } catch (TooMany enough) {
            return;
        }
    }

    /** False where this mail was taken before; its mark is kept in the same transaction as what it did. */
    private boolean fresh(String mail) {
        return sql.sql("insert into notification.heard (mark) values (:mark) on conflict do nothing")
                        .param("mark", mark(mail))
                        .update()
                == 1;
    }

    private static byte[] mark(String mail) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(mail.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody delivers a mail again after so long. */
    void sweep() {
        sql.sql("delete from notification.heard where at < now() - interval '90 days'")
                .update();
    }
}
