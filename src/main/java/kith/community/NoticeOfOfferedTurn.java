package kith.community;

import java.time.Clock;
import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody gives a turn away and one could take it; it says nothing once it is taken or kept. */
@Component
class NoticeOfOfferedTurn extends NoticeOfTurn {
    static final String KIND = "community.turn-offered";

    NoticeOfOfferedTurn(JdbcClient sql, Accounts accounts, Phrases phrases, Clock clock) {
        super(sql, accounts, phrases, clock);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    String named() {
        return "s.account_id";
    }

    @Override
    String which() {
        return "w.taken_by is null and s.account_id <> :reader";
    }
}
