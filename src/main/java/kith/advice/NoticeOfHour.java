package kith.advice;

import java.time.Instant;
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
import kith.page.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What notices about an hour have in common: its name and when it begins, for those who are still members. */
abstract class NoticeOfHour implements NoticeKind {
    private final JdbcClient sql;
    private final Accounts accounts;
    private final Phrases phrases;

    NoticeOfHour(JdbcClient sql, Accounts accounts, Phrases phrases) {
        this.sql = sql;
        this.accounts = accounts;
        this.phrases = phrases;
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
        var words = new LinkedHashMap<UUID, NoticeWords>();
        var times = new Times(phrases, reached.get().locale(), reached.get().zone(), Instant.now());
        sql.sql("""
                        select h.id, h.title, h.starts_at from advice.hour h
                        join community.belonging b on b.community_id = h.community_id and b.account_id = :reader where h.id in (:ids)""").param("ids", ids).param("reader", reader.value()).query(row -> {
            var id = row.getObject("id", UUID.class);
            var when = times.full(QuestionRows.instant(row, "starts_at"));
            var line = phrases.say(reached.get().locale(), phrase() + ".line", row.getString("title"), when);
            words.put(id, new NoticeWords(line, "/hour/" + id, "", "", ""));
        });
        return words;
    }
}
