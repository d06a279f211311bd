package kith.conversation;

import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.page.Words;

/** A post about to be written down, and as whom its writer speaks. */
record NewPost(
        PostId id, TopicId topic, CommunityId community, MemberId author, As as, boolean opens, String body, Words words) {}
