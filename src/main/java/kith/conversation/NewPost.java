package kith.conversation;

import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.page.Words;

/** A post about to be written down. */
record NewPost(
        PostId id,
        TopicId topic,
        CommunityId community,
        MemberId author,
        boolean opens,
        String body,
        Words words,
        Manner manner) {}
