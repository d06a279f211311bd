package kith.notification;

import java.time.OffsetDateTime;
import java.util.Optional;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses from which mails came back and that their owners confirm again. A link fits one address and one return, and is worth nothing once it was used. */
@Component
class Reachings {
    private static final String PURPOSE = "reaching";

    private final JdbcClient sql;
    private final Marks marks;
    private final Wishes wishes;
    private final Bounces bounces;
    private final Mails mails;

    Reachings(JdbcClient sql, Marks marks, Wishes wishes, Bounces bounces, Mails mails) {
        this.sql = sql;
        this.marks = marks;
        this.wishes = wishes;
        this.bounces = bounces;
        this.mails = mails;
    }

    /** Writes to the address, though mails came back from it. */
    void write(MemberId who) {
        bound(who).ifPresent(bound -> mails.send(Mail.to(
                who, "notification.reaching", "/reachings/" + marks.sign(PURPOSE, wishes.idOf(who), bound))));
    }

    Optional<MemberId> find(String token) {
        return marks.id(token)
                .flatMap(wishes::whose)
                .filter(who -> bound(who).filter(bound -> marks.good(PURPOSE, token, bound)).isPresent());
    }

    void confirm(MemberId who) {
        bounces.clear(who);
    }

    private Optional<String> bound(MemberId who) {
        return sql.sql("select address, at from notification.unreachable where account_id = :who")
                .param("who", who.value())
                .query((row, n) -> row.getString("address") + " "
                        + row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
