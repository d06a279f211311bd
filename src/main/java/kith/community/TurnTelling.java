package kith.community;

import java.time.Instant;
import java.util.UUID;
import kith.identity.MemberId;
import kith.notification.Inbox;
import kith.notification.News;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of turns that change hands: whoever could take one that is given away, and whoever gave it when it is taken. */
@Component
class TurnTelling {
    private final JdbcClient sql;
    private final Inbox inbox;

    TurnTelling(JdbcClient sql, Inbox inbox) {
        this.sql = sql;
        this.inbox = inbox;
    }

    void offered(Place place, UUID swap, Instant at) {
        inbox.tell(sql
                .sql("""
                        select b.account_id from community.belonging b
                        where b.community_id = :community and b.standing = 'ACTIVE' and b.role in ('MANAGER', 'MODERATOR', 'PRACTITIONER')""")
                .param("community", place.community().id().value())
                .query((row, n) -> new MemberId(row.getObject("account_id", UUID.class)))
                .list()
                .stream()
                .map(who -> news(NoticeOfOfferedTurn.KIND, who, place, swap, at))
                .toList());
    }

    void taken(Place place, UUID swap, Instant at) {
        inbox.tell(sql
                .sql(
                        "select s.account_id from community.swap w join community.shift s on s.id = w.shift_id where w.id = :id")
                .param("id", swap)
                .query((row, n) -> new MemberId(row.getObject("account_id", UUID.class)))
                .list()
                .stream()
                .map(who -> news(NoticeOfTakenTurn.KIND, who, place, swap, at))
                .toList());
    }

    private static News news(String kind, MemberId to, Place place, UUID swap, Instant at) {
        return new News(kind, to, place.community().id().value(), swap, swap, place.self(), at);
    }
}
