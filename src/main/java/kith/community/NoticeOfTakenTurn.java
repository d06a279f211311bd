package kith.community;

import java.time.Clock;
import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody takes the turn that one gave away. */
@Component
class NoticeOfTakenTurn extends NoticeOfTurn {
    static final String KIND = "community.turn-taken";

    NoticeOfTakenTurn(JdbcClient sql, Accounts accounts, Phrases phrases, Clock clock) {
        super(sql, accounts, phrases, clock);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    String named() {
        return "w.taken_by";
    }

    @Override
    String which() {
        return "s.account_id = :reader";
    }
}
