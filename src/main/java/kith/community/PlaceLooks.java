package kith.community;

import java.util.Optional;
import kith.page.Frame;
import org.springframework.stereotype.Component;

/** The colours of communities whose pack the house's own style sheet does not know. */
@Component
class PlaceLooks {
    private final PlacePacks packs;

    PlaceLooks(PlacePacks packs) {
        this.packs = packs;
    }

    /** Nothing for the packs that come with Kith in their first version: their looks are in the style sheet that every page has anyway. */
    Optional<Frame.Colours> of(Place place) {
        var community = place.community();
        return community.packVersion() == 1 && PackFiles.SHIPPED.contains(community.pack())
                ? Optional.empty()
                : Optional.of(colours(packs.of(place).pack().look()));
    }

    private static Frame.Colours colours(Pack.Look look) {
        var day = look.light();
        var night = look.dark();
        return new Frame.Colours(
                day.accent(), day.accentSoft(), day.paper(), night.accent(), night.accentSoft(), night.paper());
    }
}
