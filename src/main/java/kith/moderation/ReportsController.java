package kith.moderation;

import java.util.Map;
import java.util.UUID;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import kith.page.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Telling the hosts what worries one, and hearing what became of it. */
@Controller
@For(Audience.MEMBERS)
class ReportsController {
    /** My reports, the newest first. */
    public record ReportsPage(Slice<Report> reports, boolean later) implements Page {}

    /** What worries you about this? */
    public record NewReportPage(
            Place place, String kind, UUID id, Reportable.Snapshot shown, ReportForm form, Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }

        /** The first words of what is reported, enough to know it again. */
        public String opening() {
            var text = shown.text();
            var most = Math.min(400, text.codePointCount(0, text.length()));
            var end = text.offsetByCodePoints(0, most);
            return end == text.length() ? text : text.substring(0, end) + " …";
        }
    }

    /** One report of mine: what happens next, later what became of it. */
    public record ReportPage(Report report) implements Page {}

    private final Reports reports;
    private final Reportables reportables;
    private final Communities communities;

    ReportsController(Reports reports, Reportables reportables, Communities communities) {
        this.reports = reports;
        this.reportables = reportables;
        this.communities = communities;
    }

    @GetMapping("/reports")
    Answer index(Viewer viewer, @RequestParam(defaultValue = "") String after) {
        return new ReportsPage(reports.of(viewer, after), !after.isEmpty());
    }

    @GetMapping("/reports/new")
    Answer new_(Viewer viewer, @RequestParam Map<String, String> named) {
        return ask(viewer, reportables.find(viewer, named), ReportForm.EMPTY, Refusals.NONE);
    }

    @PostMapping("/reports")
    Answer create(
            Viewer viewer,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam Map<String, String> sent) {
        var subject = reportables.find(viewer, kind, id);
        var form = ReportForm.of(sent);
        var refusals = viewer.is(subject.snapshot().writer())
                ? Refusals.of(Refusal.of("moderation.report.refused.own"))
                : form.refuse();
        if (refusals.any()) {
            return ask(viewer, subject, form, refusals);
        }
        var place = communities.find(viewer, subject.snapshot().community());
        var report = reports.file(place, subject, form.chosen().orElseThrow(), form.words());
        return new SeeOther("/reports/" + report);
    }

    @GetMapping("/reports/{id}")
    Answer show(Viewer viewer, @PathVariable UUID id) {
        return new ReportPage(reports.find(viewer, id));
    }

    private NewReportPage ask(Viewer viewer, Reportables.Subject subject, ReportForm form, Refusals refusals) {
        var place = communities.find(viewer, subject.snapshot().community());
        return new NewReportPage(place, subject.kind(), subject.id(), subject.snapshot(), form, refusals);
    }
}
