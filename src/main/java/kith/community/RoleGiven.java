package kith.community;

import java.time.Instant;
import kith.identity.MemberId;

/** A manager gave somebody a role. */
public record RoleGiven(CommunityId community, MemberId member, Role role, Instant at) {}
