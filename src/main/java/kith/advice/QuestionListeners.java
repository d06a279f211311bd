package kith.advice;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.Listeners;
import kith.identity.MemberId;
import kith.live.Ear;
import kith.live.LivePart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may follow a question: whoever would find it; a closed one only its asker, and whoever was given it last, answered it or reads an answer of it. */
@Component
class QuestionListeners implements LivePart {
    private final JdbcClient sql;
    private final Listeners places;

    QuestionListeners(JdbcClient sql, Listeners places) {
        this.sql = sql;
        this.places = places;
    }

    @Override
    public String noun() {
        return "question";
    }

    /** Somebody who would follow a question, and the community that it is in. */
    private record Wish(Ear ear, UUID community) {
        Ear place() {
            return new Ear(ear.who(), community);
        }
    }

    @Override
    public Set<Ear> hearing(Collection<Ear> asked) {
        var wishes = wishes(asked);
        var readable = places.hearing(wishes.stream().map(Wish::place).collect(Collectors.toSet()));
        return wishes.stream()
                .filter(wish -> readable.contains(wish.place()))
                .map(Wish::ear)
                .collect(Collectors.toSet());
    }

    private List<Wish> wishes(Collection<Ear> asked) {
        return sql.sql("""
                        select a.who, a.key, q.community_id from unnest(cast(:who as uuid[]), cast(:keys as uuid[])) a (who, key)
                        join advice.question q on q.id = a.key
                        where q.state <> 'WITHDRAWN' and (not q.closed or q.asker = a.who
                            or exists (select from advice.entry e where e.question_id = q.id and a.who in (e.author, e.second_reader))
                            or a.who = (select r.practitioner from advice.routing r where r.question_id = q.id and r.passed_at is null order by r.at desc limit 1))""")
                .param("who", asked.stream().map(ear -> ear.who().toString()).toArray(String[]::new))
                .param("keys", asked.stream().map(ear -> ear.key().toString()).toArray(String[]::new))
                .query((row, n) -> new Wish(
                        new Ear(new MemberId(row.getObject("who", UUID.class)), row.getObject("key", UUID.class)),
                        row.getObject("community_id", UUID.class)))
                .list();
    }
}
