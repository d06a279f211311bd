package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An answer that the reader has read was put right. */
@Component
class NoticeOfAnswerCorrected extends NoticeOfQuestion {
    static final String KIND = "advice.corrected";

    NoticeOfAnswerCorrected(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(
                "select k.id as about, e.question_id as question from advice.correction k join advice.entry e on e.id = k.entry_id where k.id in (:abouts)",
                sql,
                accounts,
                phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
