package kith.conversation;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** A host asked a member by name to look into a topic. */
public record MemberAsked(UUID id, TopicId topic, CommunityId community, MemberId to, MemberId by, Instant at) {}
