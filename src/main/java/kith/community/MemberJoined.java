package kith.community;

import java.time.Instant;
import kith.identity.MemberId;

/** Somebody became a member of a community. */
public record MemberJoined(CommunityId community, MemberId member, Instant at) {}
