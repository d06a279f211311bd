package kith.moderation;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kith.community.InPlace;
import kith.community.Place;
import kith.duty.Duties;
import kith.identity.MemberId;
import kith.page.Page;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a case, fresh or with what a host typed. */
@Component
class CasePages {
    /** A case: what was reported, by whom and why, what was decided before, and the form to decide. */
    public record CasePage(
            Place place,
            Case file,
            List<Cases.Worry> worries,
            List<Decision> history,
            @Nullable MemberId holder,
            boolean hideable,
            DecisionForm form,
            Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }

        /** What can be decided as it stands. */
        public List<Decision.Kind> choices() {
            return Arrays.stream(Decision.Kind.values()).filter(this::possible).toList();
        }

        /** The key of the phrase that offers it; its hint is beside it. */
        public String key(Decision.Kind kind) {
            var veiled = file.veiled() && kind == Decision.Kind.PAUSE;
            return "moderation.decide." + kind.word() + (veiled ? ".veiled" : "");
        }

        private boolean possible(Decision.Kind kind) {
            return switch (kind) {
                case NOTHING -> file.open();
                case TALK, PAUSE -> file.open() && !file.about().gone();
                case HIDE -> file.open() && hideable;
                case LIFT -> file.pausing();
                case UNDO -> !file.open();
            };
        }

        /** Whether another host looks at it now. */
        public boolean taken() {
            return holder != null && !holder.equals(place.self());
        }
    }

    /** A case that its viewer may not decide, because it is about them. */
    public record AboutYouPage(Place place) implements Page, InPlace {}

    private final Cases cases;
    private final Effects effects;
    private final Duties duties;
    private final Clock clock;

    CasePages(Cases cases, Effects effects, Duties duties, Clock clock) {
        this.cases = cases;
        this.effects = effects;
        this.duties = duties;
        this.clock = clock;
    }

    Page fresh(Place place, UUID id) {
        return page(place, id, DecisionForm.EMPTY, Refusals.NONE);
    }

    Page page(Place place, UUID id, DecisionForm form, Refusals refusals) {
        var file = cases.find(place, id);
        return file.concerns(place.self())
                ? new AboutYouPage(place)
                : new CasePage(
                        place,
                        file,
                        cases.worries(file),
                        cases.history(file),
                        duties.find(place, file.cause())
                                .flatMap(duty -> duty.holder(clock.instant()))
                                .orElse(null),
                        effects.canHide(file),
                        form,
                        refusals);
    }
}
