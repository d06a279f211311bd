package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An hour that the reader wanted to come to begins soon. */
@Component
class NoticeOfHourSoon extends NoticeOfHour {
    static final String KIND = "advice.hour-soon";

    NoticeOfHourSoon(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(sql, accounts, phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
