package kith.advice;

import kith.identity.Accounts;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever answered suggests that others could read it, too. */
@Component
class NoticeOfSharingSuggested extends NoticeOfQuestion {
    static final String KIND = "advice.share-suggested";

    NoticeOfSharingSuggested(JdbcClient sql, Accounts accounts, Phrases phrases) {
        super(
                "select question_id as about, question_id as question from advice.sharing where question_id in (:abouts) and asker = :reader and state in ('SUGGESTED')",
                sql,
                accounts,
                phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
