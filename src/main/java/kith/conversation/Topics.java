package kith.conversation;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kith.community.Place;
import kith.community.Section;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of the house, reached through the person asking or the place that they stand in. */
@Component
class Topics {
    static final int PAGE = 20;
    static final int OPENING = 220;

    private final JdbcClient sql;
    private final Voices voices;
    private final Readings readings;
    private final Mentions mentions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Topics(
            JdbcClient sql,
            Voices voices,
            Readings readings,
            Mentions mentions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.voices = voices;
        this.readings = readings;
        this.mentions = mentions;
        this.events = events;
        this.clock = clock;
    }

    /** The topic, or the one that its posts were brought into. */
    Topic find(Viewer viewer, TopicId id) {
        var found = sql.sql(TopicRows.FIND)
                .param("id", id.value())
                .param("viewer", asking(viewer))
                .query((row, n) -> TopicRows.found(viewer, row))
                .optional()
                .orElseThrow(NotHere::new);
        return found.mergedInto() == null ? found.topic() : find(viewer, new TopicId(found.mergedInto()));
    }

    /** Some topics of a place, in no order. */
    List<Topic> some(Place place, List<TopicId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql(TopicRows.SELECT + "where t.id = any(:ids::uuid[]) and t.community_id = :community"
                                + TopicRows.SEEN)
                        .param("ids", ids.stream().map(TopicId::value).toArray(UUID[]::new))
                        .param("community", place.community().id().value())
                        .param("viewer", asking(place.viewer()))
                        .query((row, n) -> TopicRows.topic(place, row))
                        .list();
    }

    /** The topics of a place, of one section where it is given, the last active first. */
    Slice<Topic> recent(Place place, @Nullable Section section, @Nullable String after) {
        var key = TopicKey.read(after);
        var within = section == null ? "where t.community_id = :within" : "where t.section_id = :within";
        var rows = sql.sql(TopicRows.SELECT + within + TopicRows.LISTED + """
                        and not t.pinned %s
                        order by t.active_at desc, t.id desc limit %d""".formatted(key.behind(), PAGE + 1))
                .param(
                        "within",
                        section == null
                                ? place.community().id().value()
                                : section.id().value())
                .param("viewer", asking(place.viewer()))
                .param("at", key.moment())
                .param("id", key.id())
                .query((row, n) -> TopicRows.topic(place, row))
                .list();
        return Slice.of(rows, PAGE, TopicKey::of);
    }

    /** What the managers of a place keep at the top. */
    List<Topic> pinned(Place place) {
        return sql.sql(TopicRows.SELECT + "where t.community_id = :community and t.pinned" + TopicRows.LISTED
                        + "order by t.active_at desc limit 20")
                .param("community", place.community().id().value())
                .param("viewer", asking(place.viewer()))
                .query((row, n) -> TopicRows.topic(place, row))
                .list();
    }

    /** Opens a topic with its first post, and tells of both. */
    @Transactional
    Opening open(Opening opening) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var first = !hasOpened(opening);
        insert(opening, at);
        PostRows.insert(sql, opening.first(), voice(opening), at);
        mentions.note(opening.place(), opening.post(), opening.body());
        readings.wrote(opening.place(), opening.id(), opening.post(), at);
        events.publishEvent(opening.opened(at, first));
        events.publishEvent(opening.published(at));
        return opening;
    }

    /** The voice of a new topic is made once it is there, because it belongs to it. */
    private @Nullable UUID voice(Opening opening) {
        var voice = voices.speak(
                opening.first(), opening.as(), opening.place().community().language());
        if (voice != null) {
            sql.sql("update conversation.topic set anonymous = true, voice_id = :voice where id = :id")
                    .param("voice", voice)
                    .param("id", opening.id().value())
                    .update();
        }
        return voice;
    }

    private void insert(Opening opening, Instant at) {
        sql.sql("""
                        insert into conversation.topic (id, community_id, section_id, author_id, title, opening, content_note, wish, opened_at, active_at, credential_id)
                        values (:id, :community, :section, :author, :title, :opening, :note, :wish, :at, :at, case when :advises then """ + PostRows.CREDENTIAL + " end)")
                .param("advises", opening.as().advises())
                .param("id", opening.id().value())
                .param("community", opening.place().community().id().value())
                .param("section", opening.section().id().value())
                .param("author", opening.place().self().value())
                .param("title", opening.title())
                .param("opening", opening.words().opening(OPENING))
                .param("note", opening.note().toString())
                .param("wish", opening.wish() == null ? "" : opening.wish().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean hasOpened(Opening opening) {
        return sql.sql(
                        "select exists (select from conversation.topic where author_id = :author and community_id = :community and not anonymous)")
                .param("author", opening.place().self().value())
                .param("community", opening.place().community().id().value())
                .query(Boolean.class)
                .single();
    }

    /** {@code thankful} when who opened it does so in thanks. */
    @Transactional
    void close(Topic topic, boolean thankful) {
        set(topic, "closed_at = coalesce(closed_at, now()), thankful = " + (thankful && topic.mine()));
        events.publishEvent(
                new TopicClosed(topic.id(), topic.place().community().id(), clock.instant(), false));
    }

    @Transactional
    void reopen(Topic topic) {
        set(topic, "closed_at = null, thankful = false");
        events.publishEvent(
                new TopicClosed(topic.id(), topic.place().community().id(), clock.instant(), true));
    }

    void wish(Topic topic, @Nullable Wish wish) {
        set(topic, "wish = '" + (wish == null ? "" : wish.name()) + "'");
    }

    @Transactional
    void pin(Topic topic, boolean pinned) {
        set(topic, "pinned = " + pinned);
    }

    /** Shows, for a while, that a host reads along. */
    @Transactional
    void accompany(Topic topic) {
        var until = clock.instant().plus(Topic.COMPANY).truncatedTo(ChronoUnit.MILLIS);
        keepCompany(topic, until.atOffset(ZoneOffset.UTC));
    }

    @Transactional
    void leaveAlone(Topic topic) {
        keepCompany(topic, null);
    }

    private void keepCompany(Topic topic, @Nullable OffsetDateTime until) {
        sql.sql("update conversation.topic set company_until = :until where id = :id")
                .param("until", until, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", topic.id().value())
                .update();
        events.publishEvent(new CompanyChanged(topic.id()));
    }

    /** Counts the replies that stand and looks whether the opening does. Inside the caller's transaction. */
    void recount(TopicId id) {
        // Locked before it is counted, so that a reply that is being written is counted by whoever comes second.
        sql.sql("select id from conversation.topic where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        sql.sql("""
                        update conversation.topic t
                        set reply_count = said.replies, withdrawn = said.withdrawn, hidden = said.hidden
                        from (
                            select count(*) filter (where not opens and state = 'STANDING' and hidden_at is null) as replies,
                                   coalesce(bool_or(opens and state <> 'STANDING'), false) as withdrawn,
                                   coalesce(bool_or(opens and hidden_at is not null), false) as hidden
                            from conversation.post where topic_id = :id) said
                        where t.id = :id""").param("id", id.value()).update();
    }

    /** Whether there is or was such a topic, whoever may see it. */
    boolean existsAsHouse(TopicId id) {
        return sql.sql("select exists (select from conversation.topic where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private void set(Topic topic, String change) {
        sql.sql("update conversation.topic set " + change + " where id = :id")
                .param("id", topic.id().value())
                .update();
        events.publishEvent(
                new TopicTurned(topic.id(), topic.place().community().id()));
    }

    static @Nullable UUID asking(Viewer viewer) {
        return viewer.id() == null ? null : viewer.id().value();
    }
}
