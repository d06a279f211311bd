package kith.advice;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.MemberId;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A manager suggests that the reader asks practitioners what they wrote. */
@Component
class NoticeOfSuggestion implements NoticeKind {
    static final String KIND = "advice.suggested";

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Phrases phrases;

    NoticeOfSuggestion(JdbcClient sql, Accounts accounts, Phrases phrases) {
        this.sql = sql;
        this.accounts = accounts;
        this.phrases = phrases;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.CONCERNS_ME;
    }

    @Override
    public Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> ids) {
        var reached = accounts.reachAsHouse(reader);
        if (ids.isEmpty() || reached.isEmpty()) {
            return Map.of();
        }
        var line = phrases.say(reached.get().locale(), phrase() + ".line");
        var words = new LinkedHashMap<UUID, NoticeWords>();
        sql.sql("""
                        select s.topic_id from advice.suggestion s
                        join community.belonging b on b.community_id = s.community_id and b.account_id = :reader
                        where s.topic_id in (:ids) and s.writer = :reader and s.declined_at is null""")
                .param("ids", ids)
                .param("reader", reader.value())
                .query(UUID.class)
                .list()
                .forEach(id -> words.put(id, new NoticeWords(line, "/topics/" + id + "/suggestion", "", "", "")));
        return words;
    }
}
