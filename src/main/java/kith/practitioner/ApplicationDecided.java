package kith.practitioner;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** Somebody's application was approved or refused. */
public record ApplicationDecided(UUID application, CommunityId community, MemberId member, Instant at) {}
