package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;

/** A writer changed the words of a post; {@code version} counts from 1, its first words. */
public record PostEdited(PostId post, TopicId topic, CommunityId community, int version, Instant at) {}
