package kith.community;

import java.util.UUID;
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
    /** The invitations that still count; {@code link} is the path of the one just made, shown this once. */
    public record InvitesPage(
            Place place,
            Slice<Invite> invites,
            boolean later,
            InviteForm form,
            Refusals refusals,
            @Nullable String link)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final Invites invites;
    private final InviteLetters letters;

    InvitesController(Communities communities, Invites invites, InviteLetters letters) {
        this.communities = communities;
        this.invites = invites;
        this.letters = letters;
    }

    @GetMapping("/invites/{slug}")
    InvitesPage index(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String after) {
        return page(communities.find(viewer, slug), after, InviteForm.EMPTY, Refusals.NONE, null);
    }

    @PostMapping("/invites/{slug}")
    InvitesPage create(Viewer viewer, @PathVariable String slug, InviteForm form) {
        var place = communities.find(viewer, slug);
        var refusals = form.refuse();
        if (refusals.any()) {
            return page(place, "", form, refusals, null);
        }
        var email = form.email().isEmpty() ? null : form.email();
        var link = "/invites/accept/" + invites.make(place, email, form.people(), form.lasting());
        if (email != null) {
            letters.send(place, email, link);
        }
        return page(place, "", InviteForm.EMPTY, Refusals.NONE, link);
    }

    @PostMapping("/invites/{slug}/{id}/removal")
    SeeOther destroy(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var place = communities.find(viewer, slug);
        invites.revoke(place, id);
        return new SeeOther(place.path("invites"), "community.invites.revoked");
    }

    private InvitesPage page(Place place, String after, InviteForm form, Refusals refusals, @Nullable String link) {
        return new InvitesPage(place, invites.of(place, after), !after.isEmpty(), form, refusals, link);
    }
}
