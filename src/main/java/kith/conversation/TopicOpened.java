package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;
import kith.community.SectionId;
import kith.identity.MemberId;

/** Somebody opened a topic; {@code firstByAuthor} when it is their first in this community. */
public record TopicOpened(
        TopicId topic,
        PostId post,
        CommunityId community,
        SectionId section,
        MemberId author,
        Instant at,
        boolean firstByAuthor) {}
