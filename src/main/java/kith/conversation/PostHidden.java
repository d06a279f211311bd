package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;

/** A host took a post out of sight, or, where {@code back} says so, showed it again. */
public record PostHidden(PostId post, TopicId topic, CommunityId community, Instant at, boolean back) {}
