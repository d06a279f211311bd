package kith.community;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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

/** A community's own words, each with the pack's beside it; an empty field is the pack's word again. */
@Controller
@For(Audience.MEMBERS)
class WordSettingsController {
    /** The words as typed, with the pack's. */
    public record WordSettingsPage(
            Place place, PlacePack pack, Map<Word, String> typed, int revision, Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final PlacePacks packs;
    private final Settings settings;

    WordSettingsController(Communities communities, PlacePacks packs, Settings settings) {
        this.communities = communities;
        this.packs = packs;
        this.settings = settings;
    }

    @GetMapping("/settings/{slug}/words")
    WordSettingsPage edit(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        Settings.manages(place);
        var pack = packs.of(place);
        return new WordSettingsPage(place, pack, pack.own(), pack.revision(), Refusals.NONE);
    }

    @PostMapping("/settings/{slug}/words")
    Answer update(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam int revision,
            @RequestParam Map<String, String> typed) {
        var place = communities.find(viewer, slug);
        Settings.manages(place);
        var words = read(typed);
        var refusals = refuse(words);
        if (refusals.any()) {
            return new WordSettingsPage(place, packs.of(place), words, revision, refusals);
        }
        settings.words(place, packs.of(place).pack(), words, revision);
        return new SeeOther(place.path("settings") + "/words", "community.settings.saved");
    }

    private static Map<Word, String> read(Map<String, String> typed) {
        var words = new EnumMap<Word, String>(Word.class);
        for (var word : Word.values()) {
            words.put(
                    word, Objects.requireNonNullElse(typed.get(word.name()), "").strip());
        }
        return words;
    }

    private static Refusals refuse(Map<Word, String> words) {
        var refusals = new ArrayList<Refusal>();
        words.forEach((word, text) -> {
            if (text.length() > word.longest) {
                refusals.add(Refusal.in(word.name(), "community.settings.word-long", word.longest));
            } else if (word == Word.GREETING && !text.isEmpty() && !text.contains("{name}")) {
                refusals.add(Refusal.in(word.name(), "community.settings.greeting-name"));
            }
        });
        return new Refusals(refusals);
    }
}
