package kith.community;

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
    /** An invitation as its receiver sees it. */
    public record InvitationPage(Place place, String token, String welcome) implements Page {}

    private final Invites invites;
    private final PlacePacks packs;

    InvitationsController(Invites invites, PlacePacks packs) {
        this.invites = invites;
        this.packs = packs;
    }

    @For(Audience.EVERYONE)
    @GetMapping("/invites/accept/{token}")
    Answer show(Viewer viewer, @PathVariable String token) {
        var place = invites.door(viewer, token);
        return place.member()
                ? new SeeOther(place.path("communities"))
                : new InvitationPage(
                        place,
                        token,
                        Markdown.render(packs.of(place).say(Word.WELCOME)).html());
    }

    @For(Audience.MEMBERS)
    @PostMapping("/invites/accept/{token}")
    SeeOther create(Viewer viewer, @PathVariable String token) {
        return new SeeOther(invites.redeem(viewer, token).path("onboarding"), "community.joined");
    }
}
