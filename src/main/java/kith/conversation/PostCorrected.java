package kith.conversation;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;

/** Somebody put something right beside a post. Who did, and what it says, is not said. */
public record PostCorrected(UUID correction, PostId post, TopicId topic, CommunityId community, Instant at) {}
