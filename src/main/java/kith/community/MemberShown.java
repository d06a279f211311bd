package kith.community;

import java.time.Instant;
import kith.identity.MemberId;

/** Somebody chose whether others in a community find them by name. */
public record MemberShown(CommunityId community, MemberId member, boolean listed, Instant at) {}
