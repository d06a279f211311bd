package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;

/** A writer took a post back, or, where {@code back} says so, brought it back. */
public record PostWithdrawn(PostId post, TopicId topic, CommunityId community, Instant at, boolean back) {}
