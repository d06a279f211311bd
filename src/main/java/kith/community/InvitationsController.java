package kith.community;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Markdown;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the invited see, and the press of the button that makes them members: opening a link alone changes nothing. */
@Controller
class InvitationsController {
    /** An invitation as its receiver sees it; {@code meant} is false where it went to another address than the viewer's. */
    public record InvitationPage(Place place, String token, String welcome, boolean meant) implements Page {}

    private final Redemptions redemptions;
    private final PlacePacks packs;

    InvitationsController(Redemptions redemptions, PlacePacks packs) {
        this.redemptions = redemptions;
        this.packs = packs;
    }

    @For(Audience.EVERYONE)
    @GetMapping("/invites/accept/{token}")
    Answer show(Viewer viewer, @PathVariable String token, HttpServletResponse response) {
        var place = redemptions.door(viewer, token);
        if (!viewer.signedIn()) {
            Invited.remember(token, response);
        }
        return place.member() ? new SeeOther(place.path("communities")) : page(viewer, place, token);
    }

    @For(Audience.MEMBERS)
    @PostMapping("/invites/accept/{token}")
    Answer create(Viewer viewer, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        if (!redemptions.meant(viewer, token)) {
            return page(viewer, redemptions.door(viewer, token), token);
        }
        var place = redemptions.redeem(viewer, token);
        Invited.forget(request, response);
        return new SeeOther(place.path("onboarding"), "community.joined");
    }

    private InvitationPage page(Viewer viewer, Place place, String token) {
        var welcome = Markdown.render(packs.of(place).say(Word.WELCOME)).html();
        return new InvitationPage(place, token, welcome, redemptions.meant(viewer, token));
    }
}
