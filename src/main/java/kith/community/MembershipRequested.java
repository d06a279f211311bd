package kith.community;

import java.time.Instant;
import java.util.UUID;
import kith.identity.MemberId;

/** Somebody asked to become a member; {@code request} is the id of what they asked with. */
public record MembershipRequested(CommunityId community, MemberId member, UUID request, Instant at) {}
