package kith.community;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The viewer's own place in a community: what they show, what they told, and what their own numbers say. */
@Controller
@For(Audience.MEMBERS)
class MyController {
    /** One's own place; {@code quit} and {@code drink} are null where the pack or the answers have no such thing. */
    public record MyPage(
            Place place,
            MyForm form,
            TellForm told,
            @Nullable QuitNumbers quit,
            @Nullable DrinkSize drink,
            Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final PlacePacks packs;
    private final Tellings tellings;
    private final People people;
    private final Clock clock;

    MyController(Communities communities, PlacePacks packs, Tellings tellings, People people, Clock clock) {
        this.communities = communities;
        this.packs = packs;
        this.tellings = tellings;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/my/{slug}")
    MyPage edit(Viewer viewer, @PathVariable String slug) {
        var place = mine(viewer, slug);
        var self = people.find(place, place.self());
        return page(
                place,
                new MyForm(self.listed(), self.about()),
                TellForm.of(questions(place), tellings.own(place)),
                Refusals.NONE);
    }

    @PostMapping("/my/{slug}")
    Answer update(
            Viewer viewer, @PathVariable String slug, MyForm form, @RequestParam MultiValueMap<String, String> typed) {
        var place = mine(viewer, slug);
        var told = new TellForm(questions(place), typed);
        var reading = told.read();
        var refusals = form.refuse().and(reading.refusals());
        if (refusals.any()) {
            return page(place, form, told, refusals);
        }
        people.show(place, form.shown(), form.about());
        tellings.keep(place, reading.told());
        return new SeeOther(place.path("my"), "community.my.saved");
    }

    private MyPage page(Place place, MyForm form, TellForm told, Refusals refusals) {
        var pack = packs.of(place).pack();
        var own = tellings.own(place);
        var zone = place.viewer().zone();
        return new MyPage(
                place,
                form,
                told,
                QuitNumbers.of(own, LocalDate.now(clock.withZone(zone))).orElse(null),
                DrinkSize.of(pack, own, zone).orElse(null),
                refusals);
    }

    private List<Pack.Question> questions(Place place) {
        return packs.of(place).pack().onboarding().stream()
                .flatMap(step -> step.questions().stream())
                .toList();
    }

    private Place mine(Viewer viewer, String slug) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        return place;
    }
}
