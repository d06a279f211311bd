package kith.practitioner;

import java.util.List;
import java.util.UUID;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who advises here: what about, in which languages, and when they are there. */
@Controller
@For(Audience.MEMBERS)
class PractitionersController {
    /** Everybody who advises here, and what the reader can do themselves. */
    public record PractitionersPage(Place place, List<Shown> team, boolean own) implements Page, InPlace {}

    /** One of them. */
    public record PractitionerPage(Place place, Shown shown) implements Page, InPlace {
        public boolean self() {
            return place.viewer().is(shown.card().id());
        }
    }

    private final Communities communities;
    private final Team team;
    private final Credentials credentials;

    PractitionersController(Communities communities, Team team, Credentials credentials) {
        this.communities = communities;
        this.team = team;
        this.credentials = credentials;
    }

    @GetMapping("/practitioners/{slug}")
    Answer index(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        // Whose credential ran out is on nobody's list any more, and finds the way to renew it all the same.
        var own = credentials.ofAsHouse(place.community().id(), viewer.member()).isPresent();
        return new PractitionersPage(place, team.of(place), own);
    }

    @GetMapping("/practitioners/{slug}/{id}")
    Answer show(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var place = communities.find(viewer, slug);
        return new PractitionerPage(place, team.find(place, new MemberId(id)));
    }
}
