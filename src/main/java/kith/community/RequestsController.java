package kith.community;

import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import kith.page.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests to become a member: asking, taking it back, and the list that hosts answer. */
@Controller
@For(Audience.MEMBERS)
class RequestsController {
    static final int LONGEST = 1000;

    /** The requests that wait for a host. */
    public record RequestsPage(Place place, Slice<JoinRequest> requests, boolean later) implements Page, InPlace {}

    private final Communities communities;
    private final Requests requests;
    private final Doorway door;
    private final Limits limits;

    RequestsController(Communities communities, Requests requests, Doorway door, Limits limits) {
        this.limits = limits;
        this.communities = communities;
        this.requests = requests;
        this.door = door;
    }

    @GetMapping("/requests/{slug}")
    RequestsPage index(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String after) {
        var place = communities.find(viewer, slug);
        return new RequestsPage(place, requests.waiting(place, after), !after.isEmpty());
    }

    @PostMapping("/requests/{slug}")
    Answer create(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String words) {
        if (words.length() > LONGEST) {
            return door.page(
                    viewer, slug, words, Refusals.of(Refusal.in("words", "community.door.words.long", LONGEST)));
        }
        limits.take(Limit.JOIN, viewer.member());
        requests.ask(viewer, slug, words.strip());
        return new SeeOther("/communities/" + slug, "community.requested");
    }

    @PostMapping("/requests/{slug}/withdrawal")
    SeeOther destroy(Viewer viewer, @PathVariable String slug) {
        requests.withdraw(viewer, slug);
        return new SeeOther("/communities/" + slug, "community.withdrawn");
    }
}
