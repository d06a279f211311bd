package kith.duty;

import java.util.List;
import java.util.Map;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** My open duties in one community. */
@Controller
@For(Audience.MEMBERS)
class RoundController {
    /** A round: its lines in groups, how much there is in all, to whom things can be handed, and what was typed and refused in a row. */
    public record RoundPage(
            Place place,
            List<Rounds.Group> groups,
            @Nullable String next,
            Rounds.Load load,
            boolean first,
            Map<String, String> takers,
            Typed typed,
            Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }

        /** What was typed to do it at once. */
        public String words(Line line) {
            return typed.of(line, false) ? typed.words() : "";
        }

        /** What was typed to whom it should be handed. */
        public String note(Line line) {
            return typed.of(line, true) ? typed.words() : "";
        }

        /** What was typed in a row that is not here any more, because somebody else has it or it is done. */
        public String left() {
            return groups.stream().flatMap(group -> group.lines().stream()).anyMatch(typed::of) ? "" : typed.words();
        }
    }

    /** Words that were typed in the row of a duty and not taken: to do it, or a note to whom it should be handed. */
    record Typed(@Nullable DutyId duty, String words, boolean note) {
        static final Typed NOTHING = new Typed(null, "", false);

        boolean of(Line line) {
            return line.duty().id().equals(duty);
        }

        boolean of(Line line, boolean asNote) {
            return of(line) && note == asNote;
        }
    }

    private final Communities communities;
    private final Rounds rounds;
    private final RoundPages pages;

    RoundController(Communities communities, Rounds rounds, RoundPages pages) {
        this.communities = communities;
        this.rounds = rounds;
        this.pages = pages;
    }

    @GetMapping("/round/{slug}")
    Answer show(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String after) {
        return pages.page(rounds.walked(communities.find(viewer, slug)), after);
    }
}
