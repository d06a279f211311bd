package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;

/** A host put a content note on a post. Who did, and what it says, is not said. */
public record PostNoted(PostId post, TopicId topic, CommunityId community, Instant at) {}
