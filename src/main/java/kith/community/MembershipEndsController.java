package kith.community;

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

/** Leaving a community: asked about once, with what stays and what goes. */
@Controller
@For(Audience.MEMBERS)
class MembershipEndsController {
    /** The question before leaving. */
    public record LeavePage(Place place, String farewell, Refusals refusals) implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final Memberships memberships;
    private final PlacePacks packs;

    MembershipEndsController(Communities communities, Memberships memberships, PlacePacks packs) {
        this.communities = communities;
        this.memberships = memberships;
        this.packs = packs;
    }

    @GetMapping("/memberships/{slug}/end")
    LeavePage new_(Viewer viewer, @PathVariable String slug) {
        return page(communities.find(viewer, slug), Refusals.NONE);
    }

    @PostMapping("/memberships/{slug}/end")
    Answer create(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        var refusals = memberships.leave(place);
        return refusals.any() ? page(place, refusals) : new SeeOther("/", "community.left");
    }

    private LeavePage page(Place place, Refusals refusals) {
        if (!place.member()) {
            throw new NotHere();
        }
        return new LeavePage(place, packs.of(place).say(Word.FAREWELL), refusals);
    }
}
