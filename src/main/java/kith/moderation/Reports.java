package kith.moderation;

import static kith.moderation.Rows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kith.community.Place;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Promises;
import kith.identity.Ids;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.page.Slice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members reported, each reached by its reporter alone. */
@Component
class Reports {
    private static final int PAGE = 20;

    private static final String MINE = """
            select r.id, f.title, f.path, r.reason, r.words, r.at, r.promised_at, l.kind as told, l.words as told_words, l.at as told_at
            from moderation.report r join moderation.case f on f.id = r.case_id
            left join lateral (
                select d.kind, l.words, l.at from moderation.letter l join moderation.decision d on d.id = l.decision_id
                where l.case_id = r.case_id and l.member_id = r.reporter_id and l.role = 'REPORTER' order by l.id desc limit 1) l on true
            where r.reporter_id = :viewer
            """;

    private final JdbcClient sql;
    private final Duties duties;
    private final Promises promises;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reports(
            JdbcClient sql,
            Duties duties,
            Promises promises,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.duties = duties;
        this.promises = promises;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** By when a person looks at a report of this reason, made now. */
    Instant promised(Place place, Reason reason) {
        return promises.due(place.community().id(), reason.promise(), clock.instant());
    }

    /** Files a report into the open case on its subject, or into a new one, and owes somebody a look; who reports the same twice has one report. */
    @Transactional
    UUID file(Place place, Reportables.Subject subject, Reason reason, String words) {
        var viewer = place.viewer();
        limits.take(Limit.REPORT, viewer.member());
        var file = open(subject);
        var id = Ids.next();
        var due = promised(place, reason);
        if (insert(id, file, viewer, reason, words, due) == 0) {
            return again(file, viewer);
        }
        duties.open(new NewDuty(
                place.community().id(),
                ReportDuty.KIND,
                "report:" + subject.kind() + "/" + subject.id(),
                reason.risk(),
                viewer.member(),
                subject.snapshot().writer(),
                place.path("cases") + "/" + file,
                clock.instant(),
                due));
        events.publishEvent(new ReportFiled(
                id, file, place.community().id(), subject.kind(), subject.id(), reason, clock.instant()));
        return id;
    }

    Report find(Viewer viewer, UUID id) {
        return sql.sql(MINE + "and r.id = :id")
                .param("viewer", viewer.member().value())
                .param("id", id)
                .query((row, n) -> report(row))
                .optional()
                .orElseThrow(NotHere::new);
    }

    /** What the viewer reported, the newest first. */
    Slice<Report> of(Viewer viewer, String before) {
        var from =
                before.isEmpty() ? new UUID(-1, -1) : Reportables.uuid(before).orElseThrow(NotHere::new);
        var rows = sql.sql(MINE + "and r.id < :before order by r.id desc limit :most")
                .param("viewer", viewer.member().value())
                .param("before", from)
                .param("most", PAGE + 1)
                .query((row, n) -> report(row))
                .list();
        return Slice.of(rows, PAGE, report -> report.id().toString());
    }

    private UUID open(Reportables.Subject subject) {
        var shown = subject.snapshot();
        return sql.sql("""
                        insert into moderation.case as f (id, community_id, kind, subject_id, about, veil, veil_face, title, text, path, opened_at)
                        values (:id, :community, :kind, :subject, :about, :veil, :face, :title, :text, :path, :at)
                        on conflict (kind, subject_id) where decided_at is null do update set opened_at = f.opened_at
                        returning f.id""")
                .param("id", Ids.next())
                .param("community", shown.community().value())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("about", shown.writer() == null ? null : shown.writer().value(), java.sql.Types.OTHER)
                .param("veil", shown.veil() == null ? "" : shown.veil().name())
                .param("face", shown.veil() == null ? "" : shown.veil().face())
                .param("title", shown.title())
                .param("text", shown.text())
                .param("path", shown.path())
                .param("at", at(clock.instant()))
                .query(UUID.class)
                .single();
    }

    private int insert(UUID id, UUID file, Viewer viewer, Reason reason, String words, Instant due) {
        return sql.sql("""
                        insert into moderation.report (id, case_id, reporter_id, reason, words, at, promised_at)
                        values (:id, :file, :viewer, :reason, :words, :at, :due) on conflict (case_id, reporter_id) do nothing""")
                .param("id", id)
                .param("file", file)
                .param("viewer", viewer.member().value())
                .param("reason", reason.name())
                .param("words", words)
                .param("at", at(clock.instant()))
                .param("due", at(due))
                .update();
    }

    private UUID again(UUID file, Viewer viewer) {
        return sql.sql("select id from moderation.report where case_id = :file and reporter_id = :viewer")
                .param("file", file)
                .param("viewer", viewer.member().value())
                .query(UUID.class)
                .single();
    }

    private static Report report(ResultSet row) throws SQLException {
        var told = row.getString("told");
        return new Report(
                Rows.id(row, "id"),
                row.getString("title"),
                row.getString("path"),
                Reason.valueOf(row.getString("reason")),
                row.getString("words"),
                Rows.instant(row, "at"),
                Rows.instant(row, "promised_at"),
                told == null
                        ? null
                        : new Report.Told(
                                Decision.Kind.valueOf(told),
                                row.getString("told_words"),
                                Rows.instant(row, "told_at")));
    }
}
