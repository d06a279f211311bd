package kith.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kith.community.Place;
import kith.community.SectionId;
import kith.conversation.Tongues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which documents answer a question, in the order in which they do. */
@Component
class Ranking {
    /** How many of the newest titles, posts and articles that say it are weighed: enough for many pages, and no more in a large community than in a small one. */
    private static final int TITLES = 100;

    private static final int TEXTS = 200;

    /** From so many posts on that say a word, its newest are looked for among the newest posts first, in a stretch that should hold so many times what is wanted. */
    private static final int OFTEN = 2_000;

    private static final int ROOM = 3;

    private final JdbcClient sql;

    Ranking(JdbcClient sql) {
        this.sql = sql;
    }

    /** A document and how well it answers; {@code thing} is its topic, or itself where it is an article. */
    record Hit(UUID id, UUID thing, boolean article, double score) {}

    /** What is looked for where: {@code read} are the languages that the reader reads, none for all; {@code loose} when some of the terms are enough. */
    record Wish(
            Place place,
            Question question,
            int documents,
            Asked asked,
            @Nullable SectionId section,
            Set<String> read,
            boolean loose) {
        Wish some() {
            return new Wish(place, question, documents, asked, section, read, true);
        }
    }

    /** What was found, and how many posts were weighed for it. */
    private record Weighed(List<Hit> hits, int posts) {}

    List<Hit> best(Wish wish, Turn turn, int most) {
        var since = wish.asked().within().since(turn.at());
        var near = lately(wish).filter(at -> at.isAfter(since)).map(at -> weigh(wish, turn, most, at));
        return near.filter(found -> found.posts() >= TEXTS)
                .orElseGet(() -> weigh(wish, turn, most, since))
                .hits();
    }

    /** Since when enough posts should have said a word that is said often: whoever fetched all that ever did would pay for the age of the community. */
    private Optional<Instant> lately(Wish wish) {
        var often = wish.question().often(wish.loose());
        if (often < OFTEN || !wish.asked().talk()) {
            return Optional.empty();
        }
        return sql.sql(
                        "select at from search.document where community_id = :community order by at desc offset :behind limit 1")
                .param("community", wish.place().community().id().value())
                .param("behind", (long) TEXTS * ROOM * wish.documents() / often)
                .query((row, n) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private Weighed weigh(Wish wish, Turn turn, int most, Instant since) {
        var posts = new AtomicInteger();
        var asked = sql.sql(statement(wish))
                .param("community", wish.place().community().id().value())
                .param("queries", wish.question().each())
                .param("weights", wish.question().weights(wish.documents()))
                .param("since", wish.asked().within().since(turn.at()).atOffset(ZoneOffset.UTC))
                .param("near", since.atOffset(ZoneOffset.UTC))
                .param("section", wish.section() == null ? null : wish.section().value(), java.sql.Types.OTHER)
                .param("answered", wish.asked().answered() == Asked.Answered.YES)
                .param("own", Tongues.common(wish.place()))
                .param("read", wish.read().toArray(String[]::new))
                .param("now", turn.at().atOffset(ZoneOffset.UTC))
                .param("score", turn.score())
                .param("thing", turn.thing())
                .param("most", most);
        for (var mark : List.of("t", "p", "a")) {
            asked = asked.param(
                    mark,
                    wish.loose()
                            ? wish.question().some(mark + ":")
                            : wish.question().all(mark + ":"));
        }
        var hits = asked.query((row, n) -> {
                    posts.set(row.getInt("posts"));
                    return new Hit(
                            row.getObject("id", UUID.class),
                            row.getObject("thing", UUID.class),
                            row.getBoolean("article"),
                            row.getDouble("score"));
                })
                .list();
        return new Weighed(hits, posts.get());
    }

    private static String statement(Wish wish) {
        var parts = new ArrayList<String>();
        parts.add(part("t", TITLES, wish));
        if (wish.asked().talk()) {
            parts.add("select id from said");
        }
        if (wish.asked().library()) {
            parts.add(part("a", TEXTS, wish));
        }
        var said = wish.asked().talk() ? part("p", TEXTS, wish) : "(select null::uuid as id where false)";
        return "with said as " + said + ", found as (" + String.join(" union ", parts) + ")" + WEIGH;
    }

    private static String part(String mark, int most, Wish wish) {
        var asked = wish.asked();
        var kind = asked.talk() && asked.library() ? "" : " and d.thread is " + (asked.talk() ? "not " : "") + "null";
        var topic = wish.section() == null && asked.answered() == Asked.Answered.EITHER
                ? ""
                : " and exists (select from conversation.findable_topic t where t.id = d.thread"
                        + (wish.section() == null ? "" : " and t.section_id = :section::uuid")
                        + (asked.answered() == Asked.Answered.EITHER
                                ? ""
                                : " and (t.answered_at is not null) = :answered")
                        + ")";
        var tongue = wish.read().isEmpty()
                ? ""
                : " and (d.thread is null or exists (select from conversation.findable f where f.id = d.id"
                        + " and coalesce(nullif(f.language, ''), :own) = any (:read::text[])))";
        return "(select d.id from search.document d where d.community_id = :community and d.words @@ (:" + mark
                + ")::tsquery and d.at > " + (mark.equals("p") ? ":near" : ":since") + kind + topic + tongue
                + " order by d.at desc limit " + most + ")";
    }

    /**
     * Each term counts by how much it tells, and more in a title than once in a text; a topic counts what all its posts say together. What is new and what helped
     * others comes a little sooner, no more.
     */
    private static final String WEIGH = """
            , parts as (
                select coalesce(d.thread, d.id) as thing, d.id, d.thread is null as article, d.at, d.helped, a.n, a.weight * k.rank / (k.rank + 0.015) as worth
                from found f join search.document d on d.id = f.id
                cross join unnest(:queries::tsquery[], :weights::float8[]) with ordinality a(query, weight, n)
                cross join lateral (select ts_rank('{0.1, 0.2, 0.4, 0.6}', d.words, a.query, 1) as rank) k),
            things as (
                select thing, sum(worth) as worth from (select thing, n, max(worth) as worth from parts group by thing, n) most group by thing),
            shown as (
                select distinct on (thing) thing, id, article, at, helped
                from (select thing, id, article, at, helped, sum(worth) as worth from parts group by thing, id, article, at, helped) whole
                order by thing, worth desc, id),
            weighed as (
                select s.id, s.thing, s.article,
                       round((t.worth * (1 + case when s.article then 0.1 else 0.1 * exp(-extract(epoch from :now::timestamptz - s.at) / 31536000.0) end)
                                      * (1 + 0.05 * ln(1 + s.helped)))::numeric, 9)::float8 as score
                from things t join shown s using (thing))
            select *, (select count(*) from said) as posts from weighed where (score, thing) < (:score, :thing::uuid) order by score desc, thing desc limit :most
            """;
}
