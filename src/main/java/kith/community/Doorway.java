package kith.community;

import java.util.List;
import kith.identity.Viewer;
import kith.page.Markdown;
import kith.page.Refusals;
import org.springframework.stereotype.Component;

/** Shows a community's front door: what this place is, who hosts it, how to join. */
@Component
class Doorway {
    private final Communities communities;
    private final PlacePacks packs;
    private final People people;
    private final Requests requests;

    Doorway(Communities communities, PlacePacks packs, People people, Requests requests) {
        this.communities = communities;
        this.packs = packs;
        this.people = people;
        this.requests = requests;
    }

    CommunitiesController.CommunityPage page(Viewer viewer, String slug, String request, Refusals refusals) {
        var place = communities.door(viewer, slug);
        var pack = packs.of(place);
        return new CommunitiesController.CommunityPage(
                place,
                pack,
                Markdown.render(pack.say(Word.WELCOME)).html(),
                viewer.signedIn() || place.readable() ? people.upFront(place) : List.of(),
                requests.own(place).orElse(null),
                request,
                refusals);
    }
}
