package kith.search;

import java.util.List;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries in what the index made of a post: its words, and one that nobody else says. */
class SearchPlanter implements Planter {
    @Override
    public String module() {
        return "search";
    }

    /** What conversations export of the same post: the index has nothing of its own. */
    @Override
    public String trace(String canary) {
        return canary + "/words";
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        var key = Ids.next();
        for (var statement : PLANTING) {
            owner.sql("with given (key, me, c) as (values (:key, :me, :c)) " + statement)
                    .param("key", key)
                    .param("me", who.value())
                    .param("c", canary)
                    .update();
        }
    }

    private static final List<String> PLANTING = List.of(
            """
            insert into conversation.topic (id, community_id, section_id, author_id, title, opening, opened_at, active_at)
            select key, key, key, me, c || '/words', c || '/words', now(), now() from given""",
            """
            insert into conversation.post (id, topic_id, community_id, author_id, opens, body, html, renderer, posted_at)
            select key, key, key, me, true, c || '/words', c || '/words', 1, now() from given""",
            "insert into search.place (community_id) select key from given",
            """
            insert into search.document (id, community_id, thread, opens, at, words)
            select key, key, key, true, now(), ('''' || p.number || 'p:' || c || '/words''')::tsvector from given join search.place p on p.community_id = key""",
            "insert into search.word (community_id, word, documents) select key, c || '/words', 1 from given");
}
