package kith.community;

import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Markdown;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What members promise each other, and acknowledging the version in force. */
@Controller
class GuidelinesController {
    /** The guidelines in force; {@code asked}: the viewer has not acknowledged this version yet. */
    public record GuidelinesPage(Place place, PlacePack pack, String text, boolean asked) implements Page, InPlace {}

    private final Communities communities;
    private final Memberships memberships;
    private final PlacePacks packs;

    GuidelinesController(Communities communities, Memberships memberships, PlacePacks packs) {
        this.communities = communities;
        this.memberships = memberships;
        this.packs = packs;
    }

    @For(Audience.EVERYONE)
    @GetMapping("/guidelines/{slug}")
    GuidelinesPage show(Viewer viewer, @PathVariable String slug) {
        var place = communities.door(viewer, slug);
        var pack = packs.of(place);
        return new GuidelinesPage(
                place,
                pack,
                Markdown.render(pack.guidelines()).html(),
                place.membership() != null
                        && place.membership().guidelines() < place.community().guidelinesVersion());
    }

    @For(Audience.MEMBERS)
    @PostMapping("/guidelines/{slug}/acknowledgement")
    SeeOther create(Viewer viewer, @PathVariable String slug, @RequestParam int version) {
        var place = communities.find(viewer, slug);
        memberships.acknowledge(place, version);
        return version < place.community().guidelinesVersion()
                ? new SeeOther(place.path("guidelines"), "community.guidelines.newer")
                : new SeeOther("/communities/" + slug, "community.guidelines.thanks");
    }
}
