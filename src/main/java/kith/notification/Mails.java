package kith.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.HouseAddress;
import kith.identity.Ids;
import kith.identity.Letter;
import kith.identity.Letters;
import kith.identity.MemberId;
import kith.page.Phrases;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails on their way: {@link #send} writes one in the caller's transaction, and a relay carries it after the commit, at least once and under one id. */
@Component
public class Mails implements Letters {
    private static final int PAGE = 40;

    private final JdbcClient sql;
    private final Phrases phrases;
    private final ObjectProvider<Accounts> accounts;
    private final HouseAddress address;
    private final Clock clock;

    Mails(JdbcClient sql, Phrases phrases, ObjectProvider<Accounts> accounts, HouseAddress address, Clock clock) {
        this.sql = sql;
        this.phrases = phrases;
        this.accounts = accounts;
        this.address = address;
        this.clock = clock;
    }

    /** Sends a mail to a member who is still there. */
    public void send(Mail mail) {
        accounts.getObject()
                .reachAsHouse(mail.to())
                .ifPresent(
                        reach -> add(mail.to(), reach.email(), reach.locale(), mail.key(), mail.path(), mail.args()));
    }

    @Override
    public void post(Letter letter) {
        add(letter.who(), letter.address(), letter.locale(), letter.key(), letter.path(), letter.args());
    }

    private void add(
            @Nullable MemberId who, String to, Locale locale, String key, @Nullable String path, List<Object> args) {
        var written = Written.of(phrases, locale, key, path == null ? null : address.of(path), args.toArray());
        sql.sql("""
                        insert into notification.mail (id, account_id, address, locale, subject, body, html, made_at, next_at)
                        values (:id, :account, :address, :locale, :subject, :body, :html, :now, :now)""")
                .param("id", Ids.next())
                .param("account", who == null ? null : who.value(), java.sql.Types.OTHER)
                .param("address", to)
                .param("locale", locale.toLanguageTag())
                .param("subject", written.subject())
                .param("body", written.text())
                .param("html", written.html())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The mails that were not sent, for the operator of a house without a mail server, the newest first. */
    Slice<KeptMail> kept(@Nullable UUID after) {
        var rows = sql.sql(KeptMail.SELECT + """
                        where state in ('KEPT', 'PARKED', 'WAITING') and purpose = 'LETTER' and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc limit :most""")
                .param("after", after == null ? null : after.toString())
                .param("most", PAGE + 1)
                .query(KeptMail::of)
                .list();
        return Slice.of(rows, PAGE, mail -> mail.id().toString());
    }

    /** How many mails are here: on their way, kept, and not taken by the mail server; counted up to {@link #MANY}. */
    public record Load(int waiting, int kept, int parked) {
        public static final int MANY = 1_000;

        public int here() {
            return kept + parked;
        }
    }

    Load load() {
        return sql.sql("""
                        select count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'KEPT') as kept,
                               count(*) filter (where state = 'PARKED') as parked
                        from (select state from notification.mail where state in ('KEPT', 'PARKED', 'WAITING') limit :many) here""")
                .param("many", Load.MANY)
                .query((row, n) -> new Load(row.getInt("waiting"), row.getInt("kept"), row.getInt("parked")))
                .single();
    }

    /** Puts on their way again those that lie here and are young enough for their links to be worth anything. */
    void sendAgain() {
        sql.sql("""
                        update notification.mail set state = 'WAITING', next_at = :now, tries = 0
                        where state in ('KEPT', 'PARKED') and made_at > :now - interval '14 days'""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<KeptMail> find(UUID id) {
        return sql.sql(KeptMail.SELECT + "where id = :id and state <> 'SENT' and purpose = 'LETTER'")
                .param("id", id)
                .query(KeptMail::of)
                .optional();
    }
}
