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
import kith.page.NotHere;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who has how much in their hands, who is away, and what is in nobody's hands though it is late; for managers. */
@Controller
@For(Audience.MEMBERS)
class LoadController {
    /** The load of everybody here; {@code held}: what others hold, the most urgent first, which a manager may hand on. */
    public record LoadPage(
            Place place,
            List<Colleagues.Colleague> colleagues,
            Rounds.Free free,
            List<Line> held,
            Map<String, String> takers)
            implements Page, InPlace {
        public String name(Line line) {
            return line.duty()
                    .holder(line.now())
                    .flatMap(holder -> colleagues.stream()
                            .filter(one -> one.id().equals(holder))
                            .findFirst())
                    .map(one -> one.card().name())
                    .orElse("");
        }
    }

    private final Communities communities;
    private final Rounds rounds;
    private final Colleagues colleagues;

    LoadController(Communities communities, Rounds rounds, Colleagues colleagues) {
        this.communities = communities;
        this.rounds = rounds;
        this.colleagues = colleagues;
    }

    @GetMapping("/round/{slug}/load")
    Answer show(Viewer viewer, @PathVariable String slug) {
        var place = rounds.walked(communities.find(viewer, slug));
        if (!place.manages()) {
            throw new NotHere();
        }
        return new LoadPage(
                place, colleagues.of(place), rounds.free(place), rounds.held(place), colleagues.takers(place));
    }
}
