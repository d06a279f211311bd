package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The hours with practitioners of a community, and planning one. */
@Controller
@For(Audience.MEMBERS)
class HoursController {
    private final Hours hours;
    private final Communities communities;
    private final Limits limits;
    private final Clock clock;

    HoursController(Hours hours, Communities communities, Limits limits, Clock clock) {
        this.hours = hours;
        this.communities = communities;
        this.limits = limits;
        this.clock = clock;
    }

    /** Those to come and those that were. */
    public record HoursPage(Place place, List<Hour> coming, List<Hour> past, boolean plans, Instant now)
            implements Page, InPlace {}

    /** Where a practitioner plans one. */
    public record NewHourPage(Place place, HourForm form, Refusals refusals) implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/hours/{slug}")
    @For(Audience.EVERYONE)
    Answer index(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        return new HoursPage(place, hours.coming(place), hours.past(place), Question.advises(place), clock.instant());
    }

    @GetMapping("/hours/{slug}/new")
    Answer new_(Viewer viewer, @PathVariable String slug) {
        return new NewHourPage(planner(viewer, slug), HourForm.NEW, Refusals.NONE);
    }

    @PostMapping("/hours/{slug}")
    Answer create(Viewer viewer, @PathVariable String slug, HourForm form) {
        var place = planner(viewer, slug);
        var refusals = form.refusals(viewer.zone(), clock.instant());
        if (refusals.any()) {
            return new NewHourPage(place, form, refusals);
        }
        limits.take(Limit.POST, viewer.member());
        return new SeeOther(
                "/hour/" + hours.plan(place, form, form.at(viewer.zone()).orElseThrow()), "advice.hour.planned");
    }

    private Place planner(Viewer viewer, String slug) {
        var place = communities.find(viewer, slug);
        if (!Question.advises(place)) {
            throw new NotHere();
        }
        return place;
    }
}
