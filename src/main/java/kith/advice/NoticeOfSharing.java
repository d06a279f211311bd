package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever answered has said whether their changed words may be shared. */
@Component
class NoticeOfSharing extends NoticeOfQuestion {
    static final String KIND = "advice.shared";

    NoticeOfSharing(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(
                "select question_id as about, question_id as question from advice.sharing where question_id in (:abouts) and asker = :reader and state in ('OUT', 'REFUSED')",
                sql,
                accounts,
                phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
