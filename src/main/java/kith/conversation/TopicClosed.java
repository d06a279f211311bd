package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;

/** Somebody closed a topic to replies, or opened it again ({@code back}). */
public record TopicClosed(TopicId topic, CommunityId community, Instant at, boolean back) {}
