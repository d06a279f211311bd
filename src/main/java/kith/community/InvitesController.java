package kith.community;

import java.util.UUID;
import kith.identity.HouseAddress;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
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

/** A manager's invitations: made by letter or as a link that is shown once, and taken back. */
@Controller
@For(Audience.MEMBERS)
class InvitesController {
    /** The invitations that still count; {@code link} is the one just made, shown this once, {@code sent} the address that a letter just went to. */
    public record InvitesPage(
            Place place,
            Slice<Invite> invites,
            boolean later,
            InviteForm form,
            Refusals refusals,
            @Nullable String link,
            @Nullable String sent)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final Invites invites;
    private final HouseAddress address;
    private final Limits limits;

    InvitesController(Communities communities, Invites invites, HouseAddress address, Limits limits) {
        this.communities = communities;
        this.invites = invites;
        this.address = address;
        this.limits = limits;
    }

    @GetMapping("/invites/{slug}")
    InvitesPage index(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String after) {
        return page(communities.find(viewer, slug), after, InviteForm.EMPTY, Refusals.NONE);
    }

    @PostMapping("/invites/{slug}")
    InvitesPage create(Viewer viewer, @PathVariable String slug, InviteForm form) {
        var place = communities.find(viewer, slug);
        var refusals = form.refuse();
        if (refusals.any()) {
            return page(place, "", form, refusals);
        }
        limits.take(Limit.INVITATION, viewer.member());
        var email = form.email().isEmpty() ? null : form.email();
        var path = invites.make(place, email, form.people(), form.lasting());
        return new InvitesPage(
                place,
                invites.of(place, ""),
                false,
                InviteForm.EMPTY,
                Refusals.NONE,
                email == null ? address.of(path) : null,
                email);
    }

    @PostMapping("/invites/{slug}/{id}/removal")
    SeeOther destroy(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var place = communities.find(viewer, slug);
        invites.revoke(place, id);
        return new SeeOther(place.path("invites"), "community.invites.revoked");
    }

    private InvitesPage page(Place place, String after, InviteForm form, Refusals refusals) {
        return new InvitesPage(place, invites.of(place, after), !after.isEmpty(), form, refusals, null, null);
    }
}
