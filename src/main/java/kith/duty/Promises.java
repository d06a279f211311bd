package kith.duty;

import java.time.Duration;
import kith.community.CommunityId;
import org.springframework.stereotype.Component;

/** How soon a community promises that a person is there. */
@Component
public class Promises {
    /** The time within which a promise of this community is to be kept. */
    public Duration within(CommunityId community, Promise promise) {
        return promise.usual();
    }
}
