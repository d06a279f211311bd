package kith.community;

import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which pack a community runs, and taking over a newer version after comparing. */
@Controller
@For(Audience.MEMBERS)
class PackSettingsController {
    /** The pack in use and a newer version of it, null where there is none. */
    public record PackSettingsPage(
            Place place, PlacePack pack, @Nullable Pack newer, PackChanges changes) implements Page, InPlace {}

    private final Communities communities;
    private final PlacePacks packs;
    private final Packs shelf;
    private final Settings settings;

    PackSettingsController(Communities communities, PlacePacks packs, Packs shelf, Settings settings) {
        this.communities = communities;
        this.packs = packs;
        this.shelf = shelf;
        this.settings = settings;
    }

    @GetMapping("/settings/{slug}/pack")
    PackSettingsPage edit(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        Settings.manages(place);
        var pack = packs.of(place);
        var newer = newer(pack.pack());
        return new PackSettingsPage(
                place, pack, newer, newer == null ? PackChanges.NONE : PackChanges.between(pack.pack(), newer));
    }

    @PostMapping("/settings/{slug}/pack")
    SeeOther update(Viewer viewer, @PathVariable String slug, @RequestParam int version, @RequestParam int revision) {
        var place = communities.find(viewer, slug);
        Settings.manages(place);
        var newer = newer(packs.of(place).pack());
        if (newer == null || newer.version() != version) {
            throw new NotHere();
        }
        settings.takeOver(place, newer, revision);
        return new SeeOther(place.path("settings") + "/pack", "community.pack.taken");
    }

    private @Nullable Pack newer(Pack pack) {
        return shelf.newest(pack.id(), pack.language())
                .filter(newest -> newest.version() > pack.version())
                .orElse(null);
    }
}
