package kith.community;

import java.time.Instant;
import kith.identity.MemberId;

/** Somebody's belonging to a community: as what, since when, and the version of the guidelines that they acknowledged last (0: none). */
public record Membership(
        MemberId member,
        Role role,
        Standing standing,
        Instant since,
        int guidelines,
        boolean onboarded,
        String profession) {
    /** Whether they may take part. */
    public enum Standing {
        ACTIVE,
        /** May read, but not write, until a host lifts it. */
        PAUSED
    }
}
