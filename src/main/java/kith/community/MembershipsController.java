package kith.community;

import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Joining a community that is open to all. */
@Controller
@For(Audience.MEMBERS)
class MembershipsController {
    private final Memberships memberships;

    MembershipsController(Memberships memberships) {
        this.memberships = memberships;
    }

    @PostMapping("/memberships")
    SeeOther create(Viewer viewer, @RequestParam String community) {
        return new SeeOther(memberships.join(viewer, community).path("onboarding"), "community.joined");
    }
}
