package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Place;
import kith.community.Section;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The hours of communities: what is asked into one is an ordinary question, held by its practitioner and promised from its end. */
@Component
class Hours {
    private static final int SHOWN = 30;
    private static final String SELECT = """
            select h.*, c.id as who, c.name, c.face, c.picture_id,
                   exists (select from advice.reminder r where r.hour_id = h.id and r.member_id = cast(:self as uuid)) as reminds
            from advice.hour h left join identity.card c on c.id = h.practitioner
            """;

    private final JdbcClient sql;
    private final Communities communities;
    private final Questions questions;
    private final QuestionRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Hours(
            JdbcClient sql,
            Communities communities,
            Questions questions,
            QuestionRows rows,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.communities = communities;
        this.questions = questions;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    Hour find(Viewer viewer, UUID id) {
        var community = sql.sql("select community_id from advice.hour where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotHere::new);
        var place = communities.find(viewer, new CommunityId(community));
        return sql.sql(SELECT + "where h.id = :id")
                .param("id", id)
                .param("self", Questions.self(place), Types.OTHER)
                .query((row, n) -> read(place, row))
                .single();
    }

    /** Those to come, the next first. */
    List<Hour> coming(Place place) {
        return list(place, "and h.ends_at > :now order by h.ends_at limit :most");
    }

    /** Those that were, the latest first. */
    List<Hour> past(Place place) {
        return list(place, "and h.ends_at <= :now order by h.ends_at desc limit :most");
    }

    private List<Hour> list(Place place, String which) {
        return sql.sql(SELECT + "where h.community_id = :community " + which)
                .param("community", place.community().id().value())
                .param("self", Questions.self(place), Types.OTHER)
                .param("now", clock.instant().atOffset(UTC))
                .param("most", SHOWN)
                .query((row, n) -> read(place, row))
                .list();
    }

    UUID plan(Place place, HourForm form, Instant starts) {
        var id = Ids.next();
        sql.sql("""
                        insert into advice.hour (id, community_id, practitioner, title, starts_at, ends_at, most)
                        values (:id, :community, :self, :title, :starts, :ends, :most)""")
                .param("id", id)
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .param("title", form.title())
                .param("starts", starts.atOffset(UTC))
                .param(
                        "ends",
                        starts.plus(Duration.ofMinutes(Integer.parseInt(form.minutes())))
                                .atOffset(UTC))
                .param("most", Integer.parseInt(form.most()))
                .update();
        return id;
    }

    /** Its questions wait like any others from now on, and whoever meant to come is told. */
    @Transactional
    void callOff(Hour hour) {
        var off = sql.sql("update advice.hour set called_off_at = :now where id = :id and called_off_at is null")
                .param("now", clock.instant().atOffset(UTC))
                .param("id", hour.id())
                .update();
        if (off == 1) {
            gathered(hour).stream()
                    .map(Hour.Gathered::question)
                    .filter(Question::waits)
                    .forEach(questions::ordinary);
            events.publishEvent(new HourCalledOff(
                    hour.id(), hour.place().community().id(), hour.place().self()));
        }
    }

    /** Asks into it; nothing where it was called off or filled meanwhile. Whoever asks is reminded. */
    @Transactional
    Optional<QuestionId> ask(Hour hour, Section section, AskForm form) {
        var room = sql.sql("select most from advice.hour where id = :id and called_off_at is null for update")
                .param("id", hour.id())
                .query(Integer.class)
                .optional();
        if (room.isEmpty() || gathered(hour).size() >= room.get()) {
            return Optional.empty();
        }
        remind(hour);
        var id = questions.gather(hour, section, form);
        turned(hour);
        return Optional.of(id);
    }

    /** The viewer is told before it begins. */
    @Transactional
    void remind(Hour hour) {
        sql.sql(
                        "insert into advice.reminder (hour_id, member_id, at) values (:hour, :self, :now) on conflict do nothing")
                .param("hour", hour.id())
                .param("self", hour.place().self().value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    @Transactional
    void forget(Hour hour) {
        sql.sql("delete from advice.reminder where hour_id = :hour and member_id = :self")
                .param("hour", hour.id())
                .param("self", hour.place().self().value())
                .update();
    }

    private void turned(Hour hour) {
        events.publishEvent(new HourTurned(hour.id(), hour.place().community().id()));
    }

    /** Its questions, those that most would like to hear answered first. */
    List<Hour.Gathered> gathered(Hour hour) {
        return sql.sql("select * from (" + QuestionRows.SELECT.replace("select q.*", """
                        select q.*, (select count(*) from advice.support x where x.question_id = q.id) as supporters,
                            exists (select from advice.support x where x.question_id = q.id and x.member_id = cast(:self as uuid)) as supported""") + """
                        join advice.gathered g on g.question_id = q.id where g.hour_id = :hour and q.state <> 'WITHDRAWN' and not q.closed) x
                        order by state <> 'ASKED', supporters desc, asked_at, id""")
                .param("hour", hour.id())
                .param("self", Questions.self(hour.place()), Types.OTHER)
                .query((row, n) -> new Hour.Gathered(
                        rows.read(hour.place(), row), row.getInt("supporters"), row.getBoolean("supported")))
                .list();
    }

    @Transactional
    void support(Hour hour, Hour.Gathered one, MemberId who) {
        sql.sql("""
                        insert into advice.support (question_id, member_id, at) values (:question, :who, :now) on conflict do nothing""")
                .param("question", one.question().id().value())
                .param("who", who.value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
        remind(hour);
        turned(hour);
    }

    @Transactional
    void unsupport(Hour hour, Hour.Gathered one, MemberId who) {
        sql.sql("delete from advice.support where question_id = :question and member_id = :who")
                .param("question", one.question().id().value())
                .param("who", who.value())
                .update();
        turned(hour);
    }

    private static Hour read(Place place, ResultSet row) throws SQLException {
        return new Hour(
                row.getObject("id", UUID.class),
                place,
                new MemberId(row.getObject("practitioner", UUID.class)),
                QuestionRows.card(row, "who"),
                row.getString("title"),
                QuestionRows.instant(row, "starts_at"),
                QuestionRows.instant(row, "ends_at"),
                row.getInt("most"),
                row.getObject("called_off_at") != null,
                row.getBoolean("reminds"));
    }
}
