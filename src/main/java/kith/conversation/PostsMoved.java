package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;

/** A host brought posts from one topic to another: some to a new one, or all of them into an earlier one ({@code all}). */
public record PostsMoved(TopicId from, TopicId to, CommunityId community, boolean all, Instant at) {}
