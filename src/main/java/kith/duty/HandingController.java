package kith.duty;

import java.util.Optional;
import java.util.UUID;
import kith.community.Communities;
import kith.community.Place;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Handing a duty to somebody with a word; with {@code part}, only a part of it. */
@Controller
@For(Audience.MEMBERS)
class HandingController {
    private static final int LONGEST = 500;

    private final Communities communities;
    private final Rounds rounds;
    private final RoundPages pages;
    private final Duties duties;

    HandingController(Communities communities, Rounds rounds, RoundPages pages, Duties duties) {
        this.communities = communities;
        this.rounds = rounds;
        this.pages = pages;
        this.duties = duties;
    }

    @PostMapping("/round/{slug}/{duty}/handing")
    Answer create(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID duty,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable UUID to,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean part) {
        var place = rounds.walked(communities.find(viewer, slug));
        var id = new DutyId(duty);
        var refusal = note.strip().length() > LONGEST
                ? Optional.of(Refusal.of("duty.refused.long", LONGEST))
                : to == null
                        ? Optional.of(Refusal.of("duty.refused.nobody"))
                        : hand(place, id, new MemberId(to), note.strip(), part);
        return refusal.<Answer>map(
                        why -> pages.page(place, "", new RoundController.Typed(id, note, true), Refusals.of(why)))
                .orElseGet(() -> new SeeOther(place.path("round"), part ? "duty.parted" : "duty.handed"));
    }

    private Optional<Refusal> hand(Place place, DutyId duty, MemberId to, String words, boolean part) {
        return part ? duties.split(place, duty, to, words) : duties.handOver(place, duty, to, words);
    }

    /** A part is done where its holder says so. */
    @PostMapping("/round/{slug}/{duty}/part")
    Answer update(Viewer viewer, @PathVariable String slug, @PathVariable UUID duty) {
        var place = rounds.walked(communities.find(viewer, slug));
        return ClaimController.back(slug, duties.done(place, new DutyId(duty)), "duty.part.done");
    }
}
