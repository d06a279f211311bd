package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Place;
import kith.community.Section;
import kith.conversation.Leads;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Promise;
import kith.duty.Promises;
import kith.duty.Risk;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.Markdown;
import kith.page.NotHere;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions of communities, reached through the person asking: a closed one is there for its asker and for whoever answers it, and for nobody else. */
@Component
public class Questions {
    /** How long its asker may ask on before a question ends: two weeks to try what was advised (our assumption, to be measured). */
    static final Duration OPEN = Duration.ofDays(14);

    private static final int PAGE = 20;

    private final JdbcClient sql;
    private final Communities communities;
    private final Duties duties;
    private final Promises promises;
    private final Routes routes;
    private final QuestionRows rows;
    private final Leads leads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Questions(
            JdbcClient sql,
            Communities communities,
            Duties duties,
            Promises promises,
            Routes routes,
            QuestionRows rows,
            Leads leads,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.communities = communities;
        this.duties = duties;
        this.promises = promises;
        this.routes = routes;
        this.rows = rows;
        this.leads = leads;
        this.events = events;
        this.clock = clock;
    }

    Question find(Viewer viewer, QuestionId id) {
        var community = sql.sql("select community_id from advice.question where id = :id and state <> 'WITHDRAWN'")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotHere::new);
        var place = communities.find(viewer, new CommunityId(community));
        var question = rows.one(place, id).orElseThrow(NotHere::new);
        var owed = question.waits()
                ? duties.find(place, QuestionDuty.cause(id.value())).orElse(null)
                : null;
        var found = rows.with(question, owed);
        if (!reads(found)) {
            throw new NotHere();
        }
        return found;
    }

    private boolean reads(Question question) {
        return !question.closed()
                || question.mine()
                || Question.advises(question.place())
                        && (question.heldBy(question.place().self(), clock.instant())
                                || rows.answers(question.id(), question.place().self())
                                || readsSecond(question));
    }

    /** Whether an answer of it is in the viewer's hands to be read before it goes out. */
    private boolean readsSecond(Question question) {
        return rows.reading(question.id()).stream()
                .flatMap(entry -> duties.find(question.place(), ReadingDuty.cause(entry)).stream())
                .flatMap(duty -> duty.holder(clock.instant()).stream())
                .anyMatch(question.place().self()::equals);
    }

    /** By when a question asked now is promised to be answered. */
    Instant promised(Place place) {
        return promises.due(
                place.community().id(), Promise.QUESTION, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    @Transactional
    public QuestionId ask(Place place, Section section, AskForm form) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = put(place, section, form, now, promised(place), now);
        routes.give(id);
        events.publishEvent(new QuestionAsked(id, place.community().id(), false, now));
        return id;
    }

    /** Asked into an hour: its practitioner's, who has room for it whatever else they hold; promised from the end of the hour, when others are asked, too. */
    @Transactional
    QuestionId gather(Hour hour, Section section, AskForm form) {
        var place = hour.place();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var since = hour.startsAt().isAfter(now) ? hour.startsAt() : now;
        var due = promises.due(place.community().id(), Promise.QUESTION, hour.endsAt());
        var id = put(place, section, form, since, due, hour.endsAt());
        sql.sql("insert into advice.gathered (question_id, hour_id) values (:question, :hour)")
                .param("question", id.value())
                .param("hour", hour.id())
                .update();
        if (!routes.hold(
                id.value(), place.community().id(), hour.practitioner(), Candidates.HOUR, hour.practitioner())) {
            routes.give(id);
        }
        events.publishEvent(new QuestionAsked(id, place.community().id(), false, now));
        return id;
    }

    /** Waits from now on like any other, because its hour was called off. */
    @Transactional
    void ordinary(Question question) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var due = promised(question.place());
        sql.sql(
                        "update advice.question set waits_since = :now, due_at = :due, look_at = :now where id = :id and state = 'ASKED'")
                .param("now", now.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .param("id", question.id().value())
                .update();
        duties.hasten(QuestionDuty.cause(question.id().value()), due);
    }

    /** {@code since} is when its time begins to count, {@code look} when somebody else is looked for. */
    private QuestionId put(Place place, Section section, AskForm form, Instant since, Instant due, Instant look) {
        var id = QuestionId.next();
        sql.sql("""
                        insert into advice.question (id, community_id, section_id, asker, anonymous, closed, title, body, html, language, asked_at, waits_since,
                            due_at, look_at, state)
                        values (:id, :community, :section, :asker, :anonymous, :closed, :title, :body, :html, :language, :now, :since, :due, :look, 'ASKED')""")
                .param("id", id.value())
                .param("community", place.community().id().value())
                .param("section", section.id().value())
                .param("asker", place.self().value())
                .param("anonymous", form.anonymous())
                .param("closed", form.closed())
                .param("title", form.title())
                .param("body", form.body())
                .param("html", Markdown.render(form.body()).html())
                .param("language", form.language())
                .param("now", clock.instant().atOffset(UTC))
                .param("since", since.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .param("look", look.atOffset(UTC))
                .update();
        owe(place.community().id(), id, place.self(), since, due);
        return id;
    }

    private void owe(CommunityId community, QuestionId id, MemberId asker, Instant now, Instant due) {
        duties.open(new NewDuty(
                community,
                QuestionDuty.KIND,
                QuestionDuty.cause(id.value()),
                Risk.ROUTINE,
                asker,
                asker,
                "/question/" + id,
                now,
                due));
    }

    /** Its asker asks on: it waits again, first for whoever answered. */
    @Transactional
    void askOn(Question question, String words) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var due = promised(question.place());
        sql.sql("""
                        insert into advice.entry (id, question_id, kind, author, body, html, state, made_at, out_at)
                        values (:id, :question, 'ASKING_ON', :self, :body, :html, 'OUT', :now, :now)""")
                .param("id", kith.identity.Ids.next())
                .param("question", question.id().value())
                .param("self", question.place().self().value())
                .param("body", words)
                .param("html", Markdown.render(words).html())
                .param("now", now.atOffset(UTC))
                .update();
        sql.sql("""
                        update advice.question set state = 'ASKED', waits_since = :now, due_at = :due, look_at = :now, ends_at = null where id = :id""")
                .param("now", now.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .param("id", question.id().value())
                .update();
        owe(question.place().community().id(), question.id(), question.place().self(), now, due);
        var community = question.place().community().id();
        var back = rows.lastAuthor(question.id())
                .filter(who -> routes.hold(
                        question.id().value(),
                        community,
                        who,
                        "ANSWERED_BEFORE",
                        question.place().self()));
        if (back.isEmpty()) {
            routes.give(question.id());
        }
        events.publishEvent(
                new QuestionAsked(question.id(), question.place().community().id(), true, now));
    }

    /** Its asker says that this helped; with that it ends. */
    @Transactional
    void end(Question question, boolean helped) {
        sql.sql("update advice.question set state = 'ENDED', helped = :helped where id = :id and state = 'ANSWERED'")
                .param("helped", helped)
                .param("id", question.id().value())
                .update();
        events.publishEvent(
                new QuestionTurned(question.id(), question.place().community().id()));
    }

    /** Its asker takes it back, as long as nobody has answered: it is gone as if it had never been asked. */
    @Transactional
    void withdraw(Question question) {
        withdrawAsHouse(question.id());
    }

    void withdrawAsHouse(QuestionId id) {
        duties.withdraw(QuestionDuty.cause(id.value()), "withdrawn");
        leads.endAsHouse("/question/" + id);
        sql.sql("select id from advice.entry where question_id = :id and state = 'READING'")
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .forEach(entry -> duties.withdraw(ReadingDuty.cause(entry), "withdrawn"));
        sql.sql("""
                        update advice.question set state = 'WITHDRAWN', asker = null, title = '', body = '', html = '', language = '' where id = :id""").param("id", id.value()).update();
        for (var gone : List.of(
                "delete from advice.entry where question_id = :id",
                "delete from advice.gathered where question_id = :id",
                "update advice.routing set reason = '' where question_id = :id",
                "delete from advice.draft where key in ('answer:' || :id, 'on:' || :id)")) {
            sql.sql(gone).param("id", id.value()).update();
        }
    }

    /** Answered ones, the latest first; of one section where it is given. */
    Slice<Question> answered(Place place, @Nullable Section section, String after) {
        var keys = Keyed.of(after);
        var list = sql.sql(QuestionRows.SELECT + """
                        where q.community_id = :community and not q.closed and q.state in ('ANSWERED', 'ENDED')
                          and (cast(:section as uuid) is null or q.section_id = :section) and (q.answered_at, q.id) < (:at, :id)
                        order by q.answered_at desc, q.id desc limit :most""")
                .param("community", place.community().id().value())
                .param("self", self(place), Types.OTHER)
                .param("section", section == null ? null : section.id().value(), Types.OTHER)
                .param("at", keys.at().atOffset(UTC))
                .param("id", keys.id())
                .param("most", PAGE + 1)
                .query((row, n) -> rows.read(place, row))
                .list();
        return Slice.of(list, PAGE, one -> Keyed.key(one.answeredAt(), one.id().value()));
    }

    /** One's own that wait or may be asked on, and the latest that have ended. */
    List<Question> mine(Place place) {
        return place.member()
                ? sql.sql(QuestionRows.SELECT + """
                                where q.asker = :self and q.community_id = :community and q.state <> 'WITHDRAWN' order by q.asked_at desc limit :most""")
                        .param("community", place.community().id().value())
                        .param("self", self(place), Types.OTHER)
                        .param("most", PAGE)
                        .query((row, n) -> rows.read(place, row))
                        .list()
                : List.of();
    }

    /** Public ones that wait, the longest first, as far as one page goes. */
    List<Question> waiting(Place place) {
        return sql.sql(QuestionRows.SELECT + """
                        where q.community_id = :community and not q.closed and q.state = 'ASKED' order by q.waits_since limit :most""")
                .param("community", place.community().id().value())
                .param("self", self(place), Types.OTHER)
                .param("most", PAGE)
                .query((row, n) -> rows.read(place, row))
                .list();
    }

    static @Nullable UUID self(Place place) {
        return place.viewer().id() == null ? null : place.self().value();
    }
}
