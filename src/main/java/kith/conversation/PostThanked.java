package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** Somebody thanked for a post. */
public record PostThanked(
        PostId post, TopicId topic, CommunityId community, Thanks.Kind kind, MemberId by, Instant at) {}
