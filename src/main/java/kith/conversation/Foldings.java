package kith.conversation;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kith.community.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members want folded, in each of their communities. */
@Component
class Foldings {
    private final JdbcClient sql;

    Foldings(JdbcClient sql) {
        this.sql = sql;
    }

    /** The viewer's own choice in a place. */
    Folding of(Place place) {
        return sql.sql("""
                        select anything as folds_anything, words as folded_words from conversation.folding
                        where member_id = :self and community_id = :community""")
                .param("self", place.self().value())
                .param("community", place.community().id().value())
                .query((row, n) -> Folding.of(row))
                .optional()
                .orElse(Folding.EVERYTHING);
    }

    @Transactional
    void choose(Place place, boolean anything, Set<String> words) {
        sql.sql("""
                        insert into conversation.folding (member_id, community_id, anything, words)
                        values (:self, :community, :anything, :words)
                        on conflict (member_id, community_id) do update set anything = excluded.anything, words = excluded.words""")
                .param("self", place.self().value())
                .param("community", place.community().id().value())
                .param("anything", anything)
                .param(
                        "words",
                        words.stream()
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet())
                                .toArray(String[]::new))
                .update();
    }
}
