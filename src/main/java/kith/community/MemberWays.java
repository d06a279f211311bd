package kith.community;

import java.util.List;
import kith.identity.MemberId;

/** Implemented by modules that offer something to do about a member, such as writing to them or telling the hosts; ordered by {@code @Order}. */
public interface MemberWays {
    /** A way on from a member's page: its path, the phrase key of its label, its icon. */
    record Way(String path, String key, String icon) {}

    List<Way> ways(Place place, MemberId who);
}
