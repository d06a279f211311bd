package kith.practitioner;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Place;
import kith.identity.Accounts;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.springframework.stereotype.Component;

/** Where somebody is told of something: their own places, as if they were asking themselves. */
@Component
class Reading {
    private final Accounts accounts;
    private final Communities communities;

    Reading(Accounts accounts, Communities communities) {
        this.accounts = accounts;
        this.communities = communities;
    }

    Map<CommunityId, Place> places(MemberId reader) {
        return accounts.reachAsHouse(reader)
                .map(reach -> new Viewer(
                        reader, reach.status(), false, Card.NOBODY, reach.locale(), reach.zone(), null, null))
                .map(viewer -> communities.of(viewer).stream()
                        .collect(Collectors.toMap(place -> place.community().id(), Function.identity())))
                .orElse(Map.of());
    }
}
