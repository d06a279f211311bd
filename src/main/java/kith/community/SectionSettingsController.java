package kith.community;

import java.util.ArrayList;
import java.util.List;
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

/** The sections of a community: their names, descriptions and order, and which of them rest. Nothing in a resting section is lost. */
@Controller
@For(Audience.MEMBERS)
class SectionSettingsController {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 300;

    /** The sections as typed, with what the pack calls them. */
    public record SectionSettingsPage(
            Place place, Pack pack, List<Settings.Room> rooms, int revision, Refusals refusals)
            implements Page, InPlace {
        /** What the pack calls a section, or empty where the pack has none. */
        public String packs(Settings.Room room) {
            return pack.section(room.slug())
                    .map(section -> section.name() + " · " + section.description())
                    .orElse("");
        }

        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final PlacePacks packs;
    private final Settings settings;

    SectionSettingsController(Communities communities, PlacePacks packs, Settings settings) {
        this.communities = communities;
        this.packs = packs;
        this.settings = settings;
    }

    @GetMapping("/settings/{slug}/sections")
    SectionSettingsPage edit(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        var pack = packs.of(place);
        return new SectionSettingsPage(place, pack.pack(), settings.rooms(place), pack.revision(), Refusals.NONE);
    }

    @PostMapping("/settings/{slug}/sections")
    Answer update(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam int revision,
            @RequestParam Map<String, String> typed) {
        var place = communities.find(viewer, slug);
        var pack = packs.of(place).pack();
        var rooms = settings.rooms(place).stream()
                .map(room -> typed(room, typed, pack))
                .toList();
        var refusals = refuse(rooms);
        if (refusals.any()) {
            return new SectionSettingsPage(place, pack, rooms, revision, refusals);
        }
        settings.rooms(place, rooms, revision);
        return new SeeOther(place.path("settings") + "/sections", "community.settings.saved");
    }

    /** What was typed for a section; an emptied field is the pack's words again. */
    private static Settings.Room typed(Settings.Room room, Map<String, String> typed, Pack pack) {
        var own = pack.section(room.slug());
        return new Settings.Room(
                room.id(),
                room.slug(),
                text(typed, "name-" + room.slug(), own.map(Pack.Section::name).orElse(room.name())),
                text(
                        typed,
                        "description-" + room.slug(),
                        own.map(Pack.Section::description).orElse(room.description())),
                position(typed, room),
                typed.containsKey("retired-" + room.slug()));
    }

    private static int position(Map<String, String> typed, Settings.Room room) {
        var value = text(typed, "position-" + room.slug(), "");
        return value.matches("\\d{1,3}") ? Integer.parseInt(value) : room.position();
    }

    private static String text(Map<String, String> typed, String field, String usual) {
        var value = Objects.requireNonNullElse(typed.get(field), "").strip();
        return value.isEmpty() ? usual : value;
    }

    private static Refusals refuse(List<Settings.Room> rooms) {
        var refusals = new ArrayList<Refusal>();
        for (var room : rooms) {
            if (room.name().length() > LONGEST_NAME) {
                refusals.add(Refusal.in("name-" + room.slug(), "community.settings.word-long", LONGEST_NAME));
            }
            if (room.description().length() > LONGEST_DESCRIPTION) {
                refusals.add(
                        Refusal.in("description-" + room.slug(), "community.settings.word-long", LONGEST_DESCRIPTION));
            }
        }
        return rooms.stream().allMatch(Settings.Room::retired)
                ? Refusals.of(Refusal.of("community.settings.no-section")).and(new Refusals(refusals))
                : new Refusals(refusals);
    }
}
