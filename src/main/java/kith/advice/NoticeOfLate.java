package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One's own question is not answered in the promised time. */
@Component
class NoticeOfLate extends NoticeOfQuestion {
    static final String KIND = "advice.late";

    NoticeOfLate(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(
                "select id as about, id as question from advice.question where id in (:abouts) and asker = :reader and state = 'ASKED'",
                sql,
                accounts,
                phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
