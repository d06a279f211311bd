package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The second reader said something about the reader's answer. */
@Component
class NoticeOfComment extends NoticeOfQuestion {
    static final String KIND = "advice.commented";

    NoticeOfComment(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(
                "select k.id as about, e.question_id as question from advice.comment k join advice.entry e on e.id = k.entry_id where k.id in (:abouts) and e.author = :reader",
                sql,
                accounts,
                phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
