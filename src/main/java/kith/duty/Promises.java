package kith.duty;

import java.time.Duration;
import kith.community.CommunityId;
import kith.community.PlacePacks;
import org.springframework.stereotype.Component;

/** How soon a community promises that a person is there. */
@Component
public class Promises {
    private final PlacePacks packs;

    Promises(PlacePacks packs) {
        this.packs = packs;
    }

    /** The time within which a promise of this community is to be kept, in elapsed hours. */
    public Duration within(CommunityId community, Promise promise) {
        return promise.in(packs.ofAsHouse(community).pack());
    }
}
