package kith.community;

import java.util.List;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The three small steps of joining: what was typed is kept at every turn, forwards, backwards and past. */
@Component
class Onboarding {
    /** Where somebody turns on a step. */
    public enum Turn {
        NEXT,
        BACK,
        LATER
    }

    static final int LONGEST_ABOUT = 400;

    private final Memberships memberships;
    private final Tellings tellings;
    private final People people;

    Onboarding(Memberships memberships, Tellings tellings, People people) {
        this.memberships = memberships;
        this.tellings = tellings;
        this.people = people;
    }

    /** Whether a step may be left as it is: all its questions are optional, and the guidelines are acknowledged or not asked here. */
    static boolean skippable(Place place, Pack.Step step, int number) {
        return step.questions().stream().allMatch(Pack.Question::optional) && (number > 1 || acknowledged(place));
    }

    static boolean acknowledged(Place place) {
        return place.membership() != null
                && place.membership().guidelines() >= place.community().guidelinesVersion();
    }

    /** Keeps what can be read; going on refuses what can't, going back or past never does. */
    @Transactional
    Refusals take(Place place, OnboardingForm form, TellForm told, int step, int steps) {
        var reading = told.read();
        tellings.keep(place, reading.told());
        if (step == steps && form.about().length() <= LONGEST_ABOUT) {
            people.show(place, form.shown(), form.about());
        }
        if (step == 1 && form.promised() == place.community().guidelinesVersion()) {
            memberships.acknowledge(place, form.promised());
        }
        var refusals = form.turn() == Turn.NEXT ? refuse(place, form, reading.refusals(), step, steps) : Refusals.NONE;
        if (!refusals.any() && form.turn() != Turn.BACK) {
            people.step(place, Math.min(step + 1, steps), step == steps);
        }
        return refusals;
    }

    private static Refusals refuse(Place place, OnboardingForm form, Refusals told, int step, int steps) {
        if (step == 1
                && !acknowledged(place)
                && form.promised() != place.community().guidelinesVersion()) {
            return told.and(Refusals.of(Refusal.in("guidelines", "community.onboarding.guidelines-needed")));
        }
        return step == steps && form.about().length() > LONGEST_ABOUT
                ? told.and(Refusals.of(Refusal.in("about", "community.my.about-long", LONGEST_ABOUT)))
                : told;
    }

    static Pack.Step step(List<Pack.Step> steps, int number) {
        if (number < 1 || number > steps.size()) {
            throw new NotHere();
        }
        return steps.get(number - 1);
    }
}
