package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A question was given to the reader. */
@Component
class NoticeOfGiven extends NoticeOfQuestion {
    static final String KIND = "advice.given";

    NoticeOfGiven(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(
                "select id as about, id as question from advice.question where id in (:abouts) and state = 'ASKED'",
                sql,
                accounts,
                phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
