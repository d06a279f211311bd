package kith.moderation;

import java.util.List;
import java.util.Optional;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How I stand in a community: whether I may write, if not why and until when, and whom to ask. */
@Controller
@For(Audience.MEMBERS)
class StandingController {
    /** My standing, what the hosts wrote to me, and who they are. */
    public record StandingPage(
            Place place, Optional<Pauses.Pause> pause, List<Letters.Letter> letters, List<Card> hosts)
            implements Page, InPlace {
        /** The key of a sentence about a pause of the one kind or the other, or about none. */
        public String key(String resting, String free) {
            var word = pause.map(rest -> rest.veiled() ? resting + ".veiled" : resting).orElse(free);
            return "moderation.standing." + word;
        }
    }

    private final Communities communities;
    private final Pauses pauses;
    private final Letters letters;
    private final Hosts hosts;

    StandingController(Communities communities, Pauses pauses, Letters letters, Hosts hosts) {
        this.communities = communities;
        this.pauses = pauses;
        this.letters = letters;
        this.hosts = hosts;
    }

    @GetMapping("/standing/{slug}")
    Answer show(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        return new StandingPage(place, pauses.of(place), letters.of(place), hosts.of(place));
    }
}
