package kith.community;

import java.time.Instant;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** Somebody's absence has begun; {@code cover}: who is there for them until it ends, or null. Told once. */
public record MemberAway(
        CommunityId community, MemberId who, @Nullable MemberId cover, Instant at) {}
