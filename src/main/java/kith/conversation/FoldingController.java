package kith.conversation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Pack;
import kith.community.Place;
import kith.community.PlacePacks;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a member wants folded in a community. */
@Controller
@For(Audience.MEMBERS)
class FoldingController {
    private static final int MOST = 40;

    private final Communities communities;
    private final Foldings foldings;
    private final PlacePacks packs;

    FoldingController(Communities communities, Foldings foldings, PlacePacks packs) {
        this.communities = communities;
        this.foldings = foldings;
        this.packs = packs;
    }

    /** The choice as it stands, and the words to choose from. */
    public record FoldingPage(Place place, Folding folding, List<Pack.ContentNote> vocabulary)
            implements Page, InPlace {
        /** Words of the member's own, beside the pack's. */
        public String own() {
            var known = vocabulary.stream().map(Pack.ContentNote::name).toList();
            return new Note(List.copyOf(new TreeSet<>(folding.words()))).beside(known);
        }
    }

    @GetMapping("/folding/{slug}")
    Answer edit(Viewer viewer, @PathVariable String slug) {
        var place = own(viewer, slug);
        return new FoldingPage(place, foldings.of(place), packs.of(place).pack().contentNotes());
    }

    @PostMapping("/folding/{slug}")
    Answer update(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "some") String which,
            @RequestParam(defaultValue = "") List<String> words) {
        var place = own(viewer, slug);
        var chosen = words.stream()
                .flatMap(line -> java.util.Arrays.stream(Typed.line(line).split(",")))
                .map(Typed::line)
                .filter(word -> !word.isEmpty() && word.length() <= 60)
                .limit(MOST)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        foldings.choose(place, which.equals("anything"), Set.copyOf(chosen));
        return new SeeOther(place.path("folding"), "conversation.folding.kept");
    }

    private Place own(Viewer viewer, String slug) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        return place;
    }
}
