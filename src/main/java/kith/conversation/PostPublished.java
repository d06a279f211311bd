package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** Somebody published a post: {@code opening} when it opens its topic, {@code firstReply} when it is the first answer by somebody other than who asked. */
public record PostPublished(
        PostId post,
        TopicId topic,
        CommunityId community,
        MemberId author,
        Instant at,
        boolean opening,
        boolean firstReply) {}
