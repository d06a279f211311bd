package kith.search;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** So many titles are enough to be content with a stretch. */
    private static final int SOME_TITLES = 30;

    private static final int TEXTS = 200;

    /** From so many posts on that say a word, its newest are looked for among the newest first, in a stretch that should hold somewhat more than is wanted. */
    private static final int OFTEN = 2_000;

    private static final double MARGIN = 1.6;

    /** Where too few were found there, a longer stretch is tried, and a second, none longer than so many times the one before; then all that was ever said. */
    private static final int STRETCHES = 2;

    private static final double FURTHEST = 40;

    /** A word is said in a title so much more seldom than in a post (our guess; a stretch that was too short is made longer). */
    private static final int SELDOM = 12;

    /** So many of the newest documents are passed over one by one to find where a stretch begins; beyond, time is taken to pass evenly. */
    private static final int PASSED = 5_000;

    private static final Map<String, String> SINCE = Map.of("p", ":near", "t", ":named", "a", ":since");

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

    /** Since when posts and titles are looked for. */
    private record Stretch(Instant posts, Instant titles) {
        /** As far back as it takes to find enough, going by how many were found so far: words that are each said often may seldom be said together. */
        Stretch further(Weighed found, boolean last, Instant now, Instant since) {
            return new Stretch(
                    found.posts() >= TEXTS ? posts : last ? since : longer(posts, found.posts(), TEXTS, now, since),
                    found.titles() >= SOME_TITLES
                            ? titles
                            : last ? since : longer(titles, found.titles(), SOME_TITLES, now, since));
        }

        private static Instant longer(Instant from, int found, int wanted, Instant now, Instant since) {
            return longer(from, Math.clamp(wanted * MARGIN / Math.max(1, found), MARGIN, FURTHEST), now, since);
        }

        static Instant longer(Instant from, double times, Instant now, Instant since) {
            var begin = now.minusMillis((long) (Duration.between(from, now).toMillis() * times));
            return begin.isAfter(since) ? begin : since;
        }
    }

    /** What was found, and how many posts and titles were weighed for it. */
    private record Weighed(List<Hit> hits, int posts, int titles) {}

    List<Hit> best(Wish wish, Turn turn, int most) {
        var since = wish.asked().within().since(turn.at());
        var stretch = lately(wish, turn.at(), since);
        for (var n = 0; ; n++) {
            var found = weigh(wish, turn, most, stretch);
            var further = stretch.further(found, n >= STRETCHES, turn.at(), since);
            if (further.equals(stretch)) {
                return found.hits();
            }
            stretch = further;
        }
    }

    /** Since when enough should have said a word that is said often: whoever fetched all that ever did would pay for the age of the community. */
    private Stretch lately(Wish wish, Instant now, Instant since) {
        var often = wish.question().often(wish.loose());
        if (often < OFTEN || !wish.asked().talk()) {
            return new Stretch(since, since);
        }
        var behind = TEXTS * MARGIN * wish.documents() / often;
        var passed = (long) Math.min(behind, PASSED);
        return sql.sql(
                        "select at from search.document where community_id = :community order by at desc offset :behind limit 1")
                .param("community", wish.place().community().id().value())
                .param("behind", passed)
                .query((row, n) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional()
                .map(at -> new Stretch(
                        Stretch.longer(at, behind / Math.max(1, passed), now, since),
                        Stretch.longer(at, SELDOM * behind / Math.max(1, passed), now, since)))
                .orElse(new Stretch(since, since));
    }

    private Weighed weigh(Wish wish, Turn turn, int most, Stretch stretch) {
        var posts = new AtomicInteger();
        var titles = new AtomicInteger();
        var asked = sql.sql(statement(wish))
                .param("community", wish.place().community().id().value())
                .param("queries", wish.question().each())
                .param("weights", wish.question().weights(wish.documents()))
                .param("since", wish.asked().within().since(turn.at()).atOffset(ZoneOffset.UTC))
                .param("near", stretch.posts().atOffset(ZoneOffset.UTC))
                .param("named", stretch.titles().atOffset(ZoneOffset.UTC))
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
                    titles.set(row.getInt("titles"));
                    return new Hit(
                            row.getObject("id", UUID.class),
                            row.getObject("thing", UUID.class),
                            row.getBoolean("article"),
                            row.getDouble("score"));
                })
                .list();
        return new Weighed(hits, posts.get(), titles.get());
    }

    private static String statement(Wish wish) {
        var parts = new ArrayList<String>();
        parts.add("select id from titled");
        if (wish.asked().talk()) {
            parts.add("select id from said");
        }
        if (wish.asked().library()) {
            parts.add(part("a", TEXTS, wish));
        }
        var said = wish.asked().talk() ? part("p", TEXTS, wish) : "(select null::uuid as id where false)";
        return "with said as " + said + ", titled as " + part("t", TITLES, wish) + ", found as ("
                + String.join(" union ", parts) + ")" + WEIGH;
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
                + ")::tsquery and d.at > " + SINCE.get(mark) + kind + topic + tongue
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
            select *, (select count(*) from said) as posts, (select count(*) from titled) as titles from weighed where (score, thing) < (:score, :thing::uuid) order by score desc, thing desc limit :most
            """;
}
