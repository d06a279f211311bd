package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An hour that the reader wanted to come to is called off. */
@Component
class NoticeOfHourOff extends NoticeOfHour {
    static final String KIND = "advice.hour-off";

    NoticeOfHourOff(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(sql, accounts, phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
