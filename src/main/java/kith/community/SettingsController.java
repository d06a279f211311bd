package kith.community;

import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a manager sets first: the community's name and line, who may read and how to join. */
@Controller
@For(Audience.MEMBERS)
class SettingsController {
    /** The settings; {@code newer} is a newer version of the community's pack, or null. */
    public record SettingsPage(
            Place place, Pack pack, @Nullable Pack newer, SettingsForm form, Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final PlacePacks packs;
    private final Packs shelf;
    private final Settings settings;

    SettingsController(Communities communities, PlacePacks packs, Packs shelf, Settings settings) {
        this.communities = communities;
        this.packs = packs;
        this.shelf = shelf;
        this.settings = settings;
    }

    @GetMapping("/settings/{slug}")
    SettingsPage edit(Viewer viewer, @PathVariable String slug) {
        var place = managed(viewer, slug);
        return page(place, SettingsForm.of(place, packs.of(place).revision()), Refusals.NONE);
    }

    @PostMapping("/settings/{slug}")
    Answer update(Viewer viewer, @PathVariable String slug, SettingsForm form) {
        var place = managed(viewer, slug);
        var refusals = form.refuse();
        if (refusals.any()) {
            return page(place, form, refusals);
        }
        settings.face(place, form.face(), form.openedAt());
        return new SeeOther(place.path("settings"), "community.settings.saved");
    }

    private SettingsPage page(Place place, SettingsForm form, Refusals refusals) {
        var pack = packs.of(place).pack();
        return new SettingsPage(
                place,
                pack,
                shelf.newest(pack.id(), pack.language())
                        .filter(newest -> newest.version() > pack.version())
                        .orElse(null),
                form,
                refusals);
    }

    private Place managed(Viewer viewer, String slug) {
        var place = communities.find(viewer, slug);
        Settings.manages(place);
        return place;
    }
}
