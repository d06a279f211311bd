package kith.community;

import kith.identity.Limit;
import kith.identity.Limits;
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
    private final Limits limits;

    MembershipsController(Memberships memberships, Limits limits) {
        this.memberships = memberships;
        this.limits = limits;
    }

    @PostMapping("/memberships")
    SeeOther create(Viewer viewer, @RequestParam String community) {
        limits.take(Limit.JOIN, viewer.member());
        return new SeeOther(memberships.join(viewer, community).path("onboarding"), "community.joined");
    }
}
