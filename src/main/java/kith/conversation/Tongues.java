package kith.conversation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kith.community.Place;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which languages members read: all, until they choose some. */
@Component
public class Tongues {
    /** So many topics, the last active ones, say which languages are spoken in a place. */
    private static final int NEAR = 200;

    private final JdbcClient sql;

    Tongues(JdbcClient sql) {
        this.sql = sql;
    }

    /** The tags of the languages that somebody reads; empty for all. */
    public Set<String> of(Place place) {
        return place.member() ? of(place.self()) : Set.of();
    }

    private Set<String> of(MemberId who) {
        return new TreeSet<>(sql.sql("select unnest(languages) from conversation.tongue where member_id = :who")
                .param("who", who.value())
                .query(String.class)
                .list());
    }

    /** What a post or topic that says nothing is written in. */
    public static String common(Place place) {
        return place.community().language().getLanguage();
    }

    /** The languages to choose from in a place: its own, those that are spoken there, and those that its reader chose. */
    Tongued here(Place place) {
        if (!place.member()) {
            return Tongued.ALL;
        }
        var spoken = new LinkedHashSet<>(Set.of(common(place)));
        var read = new TreeSet<String>();
        sql.sql("""
                        select distinct language, false as chosen from (
                            select language from conversation.topic where community_id = :community and merged_into is null
                            order by active_at desc, id desc limit %d) near
                        where language <> ''
                        union all select unnest(languages), true from conversation.tongue where member_id = :who
                        order by language""".formatted(NEAR))
                .param("community", place.community().id().value())
                .param("who", place.self().value())
                .query(row -> {
                    spoken.add(row.getString("language"));
                    if (row.getBoolean("chosen")) {
                        read.add(row.getString("language"));
                    }
                });
        return new Tongued(List.copyOf(spoken), read);
    }

    /** Chooses a language, or lets go of it where it was chosen; without one, all are read again. */
    @Transactional
    void turn(MemberId who, String language) {
        var read = of(who);
        if (language.isEmpty()) {
            read.clear();
        } else if (!read.remove(language)) {
            read.add(language);
        }
        sql.sql("""
                        insert into conversation.tongue (member_id, languages) values (:who, :languages)
                        on conflict (member_id) do update set languages = excluded.languages""")
                .param("who", who.value())
                .param("languages", read.toArray(String[]::new))
                .update();
    }
}
