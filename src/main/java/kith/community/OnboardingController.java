package kith.community;

import java.util.List;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Markdown;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The three small steps after joining; somebody who comes back goes on where they were. */
@Controller
@For(Audience.MEMBERS)
class OnboardingController {
    /** One step; {@code guidelines} is their HTML on the first step, else empty. */
    public record OnboardingPage(
            Place place,
            PlacePack pack,
            int at,
            TellForm form,
            OnboardingForm more,
            String text,
            String guidelines,
            Refusals refusals)
            implements Page, InPlace {
        public List<String> names() {
            return pack.pack().onboarding().stream().map(Pack.Step::name).toList();
        }

        public boolean last() {
            return at == pack.pack().onboarding().size();
        }

        public boolean skippable() {
            return Onboarding.skippable(place, pack.pack().onboarding().get(at - 1), at);
        }

        public boolean acknowledged() {
            return Onboarding.acknowledged(place);
        }

        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final PlacePacks packs;
    private final Tellings tellings;
    private final People people;
    private final Onboarding onboarding;

    OnboardingController(
            Communities communities, PlacePacks packs, Tellings tellings, People people, Onboarding onboarding) {
        this.communities = communities;
        this.packs = packs;
        this.tellings = tellings;
        this.people = people;
        this.onboarding = onboarding;
    }

    @GetMapping("/onboarding/{slug}")
    SeeOther show(Viewer viewer, @PathVariable String slug) {
        var place = mine(viewer, slug);
        return new SeeOther(place.path("onboarding") + "/" + people.step(place));
    }

    @GetMapping("/onboarding/{slug}/{at}")
    OnboardingPage edit(Viewer viewer, @PathVariable String slug, @PathVariable int at) {
        var place = mine(viewer, slug);
        var step = Onboarding.step(packs.of(place).pack().onboarding(), at);
        var self = people.find(place, place.self());
        return page(
                place,
                at,
                TellForm.of(step.questions(), tellings.own(place)),
                new OnboardingForm(null, 0, self.listed(), self.about()),
                Refusals.NONE);
    }

    @PostMapping("/onboarding/{slug}/{at}")
    Answer update(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable int at,
            OnboardingForm form,
            @RequestParam MultiValueMap<String, String> typed) {
        var place = mine(viewer, slug);
        var steps = packs.of(place).pack().onboarding();
        var told = new TellForm(Onboarding.step(steps, at).questions(), typed);
        var refusals = onboarding.take(place, form, told, at, steps.size());
        return refusals.any() ? page(place, at, told, form, refusals) : onward(place, form, at, steps.size());
    }

    private static SeeOther onward(Place place, OnboardingForm form, int at, int steps) {
        var next = form.turn() == Onboarding.Turn.BACK ? Math.max(1, at - 1) : at + 1;
        return next > steps
                ? new SeeOther("/communities/" + place.community().slug(), "community.onboarding.done")
                : new SeeOther(place.path("onboarding") + "/" + next);
    }

    private OnboardingPage page(Place place, int at, TellForm form, OnboardingForm more, Refusals refusals) {
        var pack = packs.of(place);
        return new OnboardingPage(
                place,
                pack,
                at,
                form,
                more,
                Markdown.render(pack.pack().onboarding().get(at - 1).text()).html(),
                at == 1 ? Markdown.render(pack.guidelines()).html() : "",
                refusals);
    }

    private Place mine(Viewer viewer, String slug) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        return place;
    }
}
