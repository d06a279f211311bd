package kith.conversation;

import kith.community.CommunityId;

/** A post was said to have helped, or got another content note: how it is shown is not as it was. */
record PostTurned(PostId post, TopicId topic, CommunityId community) {
    static PostTurned of(Post post) {
        return new PostTurned(
                post.id(), post.topic().id(), post.topic().place().community().id());
    }
}
