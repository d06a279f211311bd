package kith.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.community.Place;
import kith.community.Section;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The topics of a place in each of its views, paged by key; what a page costs does not grow with the community. */
@Component
class TopicViews {
    /** So many topics are looked at for one page of unread ones; the next page goes on behind them. */
    private static final int NEAR = 200;

    private static final String PAGE =
            " and t.merged_into is null :behind order by t.active_at desc, t.id desc limit :most";

    private static final String UNANSWERED = """
            and (t.answered_at is null or t.reply_count = 0) and t.closed_at is null and not t.withdrawn and not t.hidden
            """;

    /** An array, so that it is what somebody follows that is read, and not all that is there. */
    private static final String FOLLOWED = """
            and t.id = any(array(select r.topic_id from conversation.reading r
                where r.member_id = :viewer and r.community_id = :community and r.attention = 'FOLLOWED'))
            """;

    private static final String READ =
            "(cardinality(:read::text[]) = 0 or coalesce(nullif(t.language, ''), :own) = any (:read::text[]))";

    private static final String SPOKEN =
            "select t.id, t.active_at, " + READ + " as fresh from conversation.topic t where %s %s" + PAGE;

    private static final String NEWS =
            """
            select t.id, t.active_at, t.active_at > k.from_at and coalesce(r.attention, 'PLAIN') <> 'MUTED' and """ + READ + """
             as fresh
            from (select * from conversation.topic t where %s and t.active_at > cast(:since as timestamptz)""" + PAGE + ") t" + Readings.FROM + "order by t.active_at desc, t.id desc";

    private final JdbcClient sql;
    private final Topics topics;

    TopicViews(JdbcClient sql, Topics topics) {
        this.sql = sql;
        this.topics = topics;
    }

    /** A topic that something may be new in. */
    private record Near(UUID id, Instant at, boolean fresh) {
        String key() {
            return TopicKey.of(at, id);
        }
    }

    /** {@code read}: the languages that the reader reads, none for all; what they follow and what is theirs is shown in any. */
    Slice<Topic> of(Place place, @Nullable Section section, View view, @Nullable String after, Set<String> read) {
        return switch (view) {
            case RECENT ->
                read.isEmpty()
                        ? topics.recent(place, section, after)
                        : spoken(place, section, "and not t.pinned", after, read);
            case UNREAD -> unread(place, section, after, read);
            case UNANSWERED ->
                read.isEmpty()
                        ? list(place, section, UNANSWERED, after)
                        : spoken(place, section, UNANSWERED, after, read);
            case FOLLOWED -> list(place, section, FOLLOWED + TopicRows.LISTED, after);
            case MINE -> list(place, section, "and t.author_id = :viewer", after);
        };
    }

    private Slice<Topic> list(Place place, @Nullable Section section, String which, @Nullable String after) {
        var rows = ask(
                        TopicRows.SELECT + "where " + within(section) + " and t.community_id = :community " + which
                                + PAGE,
                        place,
                        section,
                        after,
                        Topics.PAGE + 1)
                .param("viewer", Topics.asking(place.viewer()))
                .query((row, n) -> TopicRows.topic(place, row))
                .list();
        return Slice.of(rows, Topics.PAGE, TopicKey::of);
    }

    private Slice<Topic> unread(Place place, @Nullable Section section, @Nullable String after, Set<String> read) {
        return near(
                place,
                ask(NEWS.formatted(within(section)), place, section, after, NEAR)
                        .param("viewer", place.self().value())
                        .param("since", Readings.since(place)),
                read);
    }

    private Slice<Topic> spoken(
            Place place, @Nullable Section section, String which, @Nullable String after, Set<String> read) {
        return near(place, ask(SPOKEN.formatted(within(section), which), place, section, after, NEAR), read);
    }

    private Slice<Topic> near(Place place, JdbcClient.StatementSpec asked, Set<String> read) {
        var near = asked.param("own", Tongues.common(place))
                .param("read", read.toArray(String[]::new))
                .query((row, n) -> new Near(
                        row.getObject("id", UUID.class), TopicRows.instant(row, "active_at"), row.getBoolean("fresh")))
                .list();
        var fresh = near.stream().filter(Near::fresh).limit(Topics.PAGE).toList();
        var last = fresh.size() == Topics.PAGE ? fresh.getLast() : near.size() == NEAR ? near.getLast() : null;
        return new Slice<>(shown(place, fresh), last == null ? null : last.key());
    }

    private List<Topic> shown(Place place, List<Near> fresh) {
        return fresh.isEmpty()
                ? List.of()
                : sql.sql(TopicRows.SELECT + "where t.id = any(:ids::uuid[])" + TopicRows.LISTED
                                + "order by t.active_at desc, t.id desc")
                        .param("ids", fresh.stream().map(Near::id).toArray(UUID[]::new))
                        .param("viewer", place.self().value())
                        .query((row, n) -> TopicRows.topic(place, row))
                        .list();
    }

    private JdbcClient.StatementSpec ask(
            String statement, Place place, @Nullable Section section, @Nullable String after, int most) {
        var key = TopicKey.read(after);
        return sql.sql(statement.replace(":behind", key.behind()).replace(":most", Integer.toString(most)))
                .param("community", place.community().id().value())
                .param("section", section == null ? null : section.id().value(), java.sql.Types.OTHER)
                .param("at", key.moment())
                .param("id", key.id());
    }

    private static String within(@Nullable Section section) {
        return section == null ? "t.community_id = :community" : "t.section_id = :section";
    }
}
