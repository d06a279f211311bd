package kith.community;

import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new version of the guidelines, which every member acknowledges before writing again. */
@Controller
@For(Audience.MEMBERS)
class GuidelineSettingsController {
    private static final int LONGEST = 6000;

    /** The text in force or as typed, with the pack's. */
    public record GuidelineSettingsPage(Place place, Pack pack, String text, int revision, Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final PlacePacks packs;
    private final Settings settings;

    GuidelineSettingsController(Communities communities, PlacePacks packs, Settings settings) {
        this.communities = communities;
        this.packs = packs;
        this.settings = settings;
    }

    @GetMapping("/settings/{slug}/guidelines")
    GuidelineSettingsPage edit(
            Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "false") boolean fromPack) {
        var place = communities.find(viewer, slug);
        Settings.manages(place);
        var pack = packs.of(place);
        return new GuidelineSettingsPage(
                place,
                pack.pack(),
                fromPack ? pack.pack().guidelines().text() : pack.guidelines(),
                pack.revision(),
                Refusals.NONE);
    }

    @PostMapping("/settings/{slug}/guidelines")
    Answer update(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String text,
            @RequestParam int revision) {
        var place = communities.find(viewer, slug);
        Settings.manages(place);
        var pack = packs.of(place);
        var words = text.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return new GuidelineSettingsPage(
                    place,
                    pack.pack(),
                    text,
                    revision,
                    Refusals.of(Refusal.in("text", "community.settings.guidelines-length", LONGEST)));
        }
        if (!words.equals(pack.guidelines().strip())) {
            settings.guidelines(place, words, revision);
        }
        return new SeeOther(place.path("guidelines"), "community.settings.saved");
    }
}
