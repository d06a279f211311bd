package kith.duty;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Opening;
import kith.community.Place;
import kith.community.PlacePacks;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a community promises, and how it was kept. */
@Controller
@For(Audience.MEMBERS)
class PromisesController {
    /** One promise: within which time, whether only open hours count, and its past by days, with none for too few. */
    public record Promised(Promise promise, Span within, boolean working, Map<Integer, Past.Figure> past) {
        public boolean any() {
            return past.values().stream().anyMatch(Past.Figure::enough);
        }
    }

    /** All promises of a community; {@code opening} is null where every hour counts. */
    public record PromisesPage(
            Place place, List<Promised> promises, @Nullable Opening opening) implements Page, InPlace {
        public List<Integer> days() {
            return Past.DAYS;
        }
    }

    /** A time as people say it. */
    public record Span(Duration time) {
        private static final int LONG_HOURS = 48;

        public String key() {
            return time.toMinutes() < 60
                    ? "duty.span.minutes"
                    : time.toHours() < LONG_HOURS ? "duty.span.hours" : "duty.span.days";
        }

        public long amount() {
            return time.toMinutes() < 60
                    ? time.toMinutes()
                    : time.toHours() < LONG_HOURS ? time.toHours() : time.toDays();
        }
    }

    private final Communities communities;
    private final PlacePacks packs;
    private final Promises promises;
    private final Rounds rounds;
    private final Past past;

    PromisesController(Communities communities, PlacePacks packs, Promises promises, Rounds rounds, Past past) {
        this.communities = communities;
        this.packs = packs;
        this.promises = promises;
        this.rounds = rounds;
        this.past = past;
    }

    @GetMapping("/promises/{slug}")
    Answer show(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        var figures = past.of(place.community().id());
        return new PromisesPage(
                place,
                rounds.promises().keySet().stream()
                        .map(promise -> promised(place, promise, figures.getOrDefault(promise, List.of())))
                        .toList(),
                packs.of(place).pack().promises().opening());
    }

    private Promised promised(Place place, Promise promise, List<Past.Figure> figures) {
        var here = place.community().id();
        return new Promised(
                promise,
                new Span(promises.within(here, promise)),
                promises.working(here, promise),
                figures.stream()
                        .filter(Past.Figure::enough)
                        .collect(java.util.stream.Collectors.toMap(Past.Figure::days, each -> each)));
    }
}
