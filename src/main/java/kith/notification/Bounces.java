package kith.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails that came back: an address that takes none gets no more notices, and its owner is told in the house. */
@Component
public class Bounces {
    private static final String PURPOSE = "bounce";

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Marks marks;
    private final Clock clock;

    Bounces(JdbcClient sql, Accounts accounts, Marks marks, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.marks = marks;
        this.clock = clock;
    }

    /** What stands in the address that a mail comes back to: it names the mail, and fits only while the address is the account's. */
    String tag(UUID mail, String address) {
        return marks.sign(PURPOSE, mail, plain(address));
    }

    /** A mail came back to the address with this tag (RFC 3464); {@code permanent} where its status begins with 5. A tag that is not ours does nothing. */
    @Transactional
    public void take(String tag, boolean permanent) {
        if (permanent) {
            reach(tag).ifPresent(reach -> stop(reach.id(), reach.email()));
        }
    }

    /** Whether the house made this tag, and the address that it is bound to is still somebody's. */
    boolean made(String tag) {
        return reach(tag).isPresent();
    }

    private Optional<Accounts.Reach> reach(String tag) {
        return marks.id(plain(tag))
                .flatMap(this::owner)
                .flatMap(accounts::reachAsHouse)
                .filter(reach -> marks.good(PURPOSE, plain(tag), plain(reach.email())));
    }

    private Optional<MemberId> owner(UUID mail) {
        return sql.sql("select account_id from notification.mail where id = :id and account_id is not null")
                .param("id", mail)
                .query(UUID.class)
                .optional()
                .map(MemberId::new);
    }

    /** No more notices go to this address until its owner confirms it again, or has another. */
    void stop(MemberId who, String address) {
        sql.sql("""
                        insert into notification.unreachable (account_id, address, at) values (:who, :address, :now)
                        on conflict (account_id) do update set address = excluded.address, at = excluded.at""")
                .param("who", who.value())
                .param("address", plain(address))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether mails to this address of theirs came back. */
    boolean stopped(MemberId who, String address) {
        return sql.sql(
                        "select exists (select from notification.unreachable where account_id = :who and address = :address)")
                .param("who", who.value())
                .param("address", plain(address))
                .query(Boolean.class)
                .single();
    }

    void clear(MemberId who) {
        sql.sql("delete from notification.unreachable where account_id = :who")
                .param("who", who.value())
                .update();
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
