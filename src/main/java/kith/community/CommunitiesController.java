package kith.community;

import java.util.List;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The communities of the house: the viewer's own, those that they may join, the front door of each, and founding another. */
@Controller
class CommunitiesController {
    /** The viewer's communities and those that show themselves. */
    public record CommunitiesPage(List<Place> mine, Slice<Place> offered, boolean later, boolean mayFound)
            implements Page {}

    /** The front door of a community; {@code request}: what was typed to ask for a place, {@code waiting}: a request that waits already. */
    public record CommunityPage(
            Place place,
            PlacePack pack,
            String welcome,
            List<Person> upFront,
            @Nullable JoinRequest waiting,
            String request,
            Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** Founding a community. */
    public record FoundCommunityPage(List<Pack> packs, FoundingForm form, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final Founding founding;
    private final Doorway door;
    private final Packs packs;

    CommunitiesController(Communities communities, Founding founding, Doorway door, Packs packs) {
        this.communities = communities;
        this.founding = founding;
        this.door = door;
        this.packs = packs;
    }

    @For(Audience.EVERYONE)
    @GetMapping("/communities")
    CommunitiesPage index(Viewer viewer, @RequestParam(defaultValue = "") String after) {
        return new CommunitiesPage(
                communities.of(viewer), communities.offered(viewer, after), !after.isEmpty(), founding.may(viewer));
    }

    @For(Audience.MEMBERS)
    @GetMapping("/communities/new")
    FoundCommunityPage new_(Viewer viewer, @RequestParam(defaultValue = "") String pack) {
        return form(viewer, new FoundingForm(pack, "", ""), Refusals.NONE);
    }

    @For(Audience.MEMBERS)
    @PostMapping("/communities")
    Answer create(Viewer viewer, FoundingForm form) {
        var refusals = form.refuse(packs, founding);
        return refusals.any()
                ? form(viewer, form, refusals)
                : new SeeOther(founding.found(viewer, form.wish(packs)).path("settings"), "community.found.done");
    }

    @For(Audience.EVERYONE)
    @GetMapping("/communities/{slug}")
    Answer show(Viewer viewer, @PathVariable String slug) {
        var page = door.page(viewer, slug, "", Refusals.NONE);
        return page.place().member() ? new SeeOther(page.place().path("conversations")) : page;
    }

    private FoundCommunityPage form(Viewer viewer, FoundingForm form, Refusals refusals) {
        if (!founding.may(viewer)) {
            throw new NotHere();
        }
        return new FoundCommunityPage(
                packs.newest(viewer.locale().getLanguage()), form.orFirst(packs, viewer), refusals);
    }
}
