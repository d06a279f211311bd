package kith.duty;

import java.time.Duration;
import java.time.Instant;
import kith.community.CommunityId;
import kith.community.Pack;
import kith.community.PlacePacks;
import kith.community.Rotas;
import org.springframework.stereotype.Component;

/** How soon a community promises that a person is there. */
@Component
public class Promises {
    private final PlacePacks packs;
    private final Rotas rotas;

    Promises(PlacePacks packs, Rotas rotas) {
        this.packs = packs;
        this.rotas = rotas;
    }

    /** The time within which a promise of this community is to be kept, in the hours that it counts. */
    public Duration within(CommunityId community, Promise promise) {
        return promise.in(pack(community));
    }

    /** When what began at {@code since} is due: after all hours, or after those in which the community is open, as its pack says. */
    public Instant due(CommunityId community, Promise promise, Instant since) {
        var pack = pack(community);
        return promise == Promise.CRISIS
                        && !rotas.onCallAsHouse(community, since).isEmpty()
                ? since.plus(pack.promises().crisisStaffed())
                : pack.promises().due(promise.key(), promise.in(pack), since);
    }

    /** Whether the promise counts only the hours in which the community is open. */
    public boolean working(CommunityId community, Promise promise) {
        return pack(community).promises().working(promise.key());
    }

    private Pack pack(CommunityId community) {
        return packs.ofAsHouse(community).pack();
    }
}
