package kith.conversation;

import java.util.List;
import kith.community.Communities;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The members of a place whose names begin so, offered by {@code names.js} while somebody types an {@code @}. */
@Controller
@For(Audience.MEMBERS)
class MentionsController {
    private final Communities communities;
    private final MembersHere members;

    MentionsController(Communities communities, MembersHere members) {
        this.communities = communities;
        this.members = members;
    }

    /** The names alone, to be put into the page that asked. */
    public record NamesPage(Place place, Slice<Card> names) implements Page {}

    @PostMapping("/mentions/{slug}")
    Answer create(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String begins,
            @RequestParam(defaultValue = "") String after) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        var found = begins.isBlank() ? List.<Card>of() : members.beginning(place, begins.strip(), after);
        return new NamesPage(place, Slice.of(found, MembersHere.PAGE, Card::name));
    }
}
