package kith.moderation;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;

/** A host decided a case, or took a decision back. */
public record CaseDecided(UUID file, CommunityId community, Decision.Kind kind, Instant at) {}
