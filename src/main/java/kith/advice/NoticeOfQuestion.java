package kith.advice;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.MemberId;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What notices about a question have in common: asked anew each time, and nothing for whoever may not read it any more. */
abstract class NoticeOfQuestion implements NoticeKind {
    /** The question of each thing that a notice is about, as {@code about, question}; the places {@code :abouts} and {@code :reader} are filled. */
    private final String abouts;

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Phrases phrases;

    NoticeOfQuestion(String abouts, JdbcClient sql, Accounts accounts, Phrases phrases) {
        this.abouts = abouts;
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
        sql.sql("with meant as (" + abouts + """
                        )
                        select m.about, q.id, q.title from meant m join advice.question q on q.id = m.question
                        join community.belonging b on b.community_id = q.community_id and b.account_id = :reader
                        where q.state <> 'WITHDRAWN' and (not q.closed or q.asker = :reader
                            or b.role = 'PRACTITIONER' and (exists (select from advice.entry e where e.question_id = q.id and :reader in (e.author, e.second_reader))
                                or exists (select from (select * from advice.routing r where r.question_id = q.id order by r.at desc limit 1) last
                                    where last.practitioner = :reader and last.passed_at is null)))""")
                .param("abouts", ids)
                .param("reader", reader.value())
                .query(row -> {
                    words.put(
                            row.getObject("about", UUID.class),
                            say(reached.get().locale(), row.getString("title"), row.getObject("id", UUID.class)));
                });
        return words;
    }

    private NoticeWords say(Locale locale, String title, UUID question) {
        return new NoticeWords(phrases.say(locale, phrase() + ".line", title), "/question/" + question, "", "", "");
    }
}
