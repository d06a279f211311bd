package kith.moderation;

import java.time.Clock;
import java.util.Objects;
import kith.community.Place;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Promises;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows from a decision at once: things hidden or shown, pauses begun or ended, a look owed again. */
@Component
class Effects {
    private final JdbcClient sql;
    private final Reportables reportables;
    private final Pauses pauses;
    private final Duties duties;
    private final Promises promises;
    private final Clock clock;

    Effects(JdbcClient sql, Reportables reportables, Pauses pauses, Duties duties, Promises promises, Clock clock) {
        this.sql = sql;
        this.reportables = reportables;
        this.pauses = pauses;
        this.duties = duties;
        this.promises = promises;
        this.clock = clock;
    }

    boolean canHide(Case file) {
        return reportables.kind(file.kind()).filter(Reportable::hideable).isPresent();
    }

    void follow(Case file, Choice choice) {
        switch (choice.kind()) {
            case HIDE -> reportables.kind(file.kind()).orElseThrow().hide(file.subject(), choice.toWriter());
            case PAUSE -> pauses.begin(file, choice.toWriter(), Objects.requireNonNull(choice.until()));
            case LIFT -> pauses.end(file);
            case UNDO -> undo(file);
            case NOTHING, TALK -> {}
        }
    }

    private void undo(Case file) {
        switch (Objects.requireNonNull(file.decision()).kind()) {
            case HIDE -> reportables.kind(file.kind()).ifPresent(known -> known.show(file.subject()));
            case PAUSE -> pauses.end(file);
            case NOTHING, TALK, LIFT, UNDO -> {}
        }
    }

    /** A case that is open again is owed a look as soon as when it was reported, counted from now. */
    void oweAgain(Place place, Case file) {
        var worst = sql
                .sql("select distinct reason from moderation.report where case_id = :file")
                .param("file", file.id())
                .query((row, n) -> Reason.valueOf(row.getString("reason")))
                .list()
                .stream()
                .min(java.util.Comparator.naturalOrder())
                .orElse(Reason.OTHER);
        var now = clock.instant();
        duties.open(new NewDuty(
                file.community(),
                ReportDuty.KIND,
                file.cause(),
                worst.risk(),
                null,
                file.about().id(),
                place.path("cases") + "/" + file.id(),
                now,
                promises.due(file.community(), worst.promise(), now)));
    }
}
