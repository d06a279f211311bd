package kith.community;

import java.time.Instant;
import kith.identity.MemberId;

/** Somebody left a community, by their own wish or because their account is gone. */
public record MemberLeft(CommunityId community, MemberId member, Instant at) {}
