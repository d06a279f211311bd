package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One's own question was answered. */
@Component
class NoticeOfAnswer extends NoticeOfQuestion {
    static final String KIND = "advice.answered";

    NoticeOfAnswer(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(
                "select id as about, question_id as question from advice.entry where id in (:abouts) and state = 'OUT'",
                sql,
                accounts,
                phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
