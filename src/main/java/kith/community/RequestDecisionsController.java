package kith.community;

import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A host's answer to a request: yes or not now, with a kind word. */
@Controller
@For(Audience.MEMBERS)
class RequestDecisionsController {
    private final Communities communities;
    private final Requests requests;

    RequestDecisionsController(Communities communities, Requests requests) {
        this.communities = communities;
        this.requests = requests;
    }

    @PostMapping("/requests/{slug}/{id}/decision")
    SeeOther create(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String reply) {
        var place = communities.find(viewer, slug);
        var words = reply.strip()
                .substring(0, Math.min(RequestsController.LONGEST, reply.strip().length()));
        requests.decide(place, id, accepted, words);
        return new SeeOther(
                place.path("requests"), accepted ? "community.request.accepted" : "community.request.declined");
    }
}
