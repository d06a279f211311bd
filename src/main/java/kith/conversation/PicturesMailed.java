package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;

/** Pictures came with a reply by mail, which could not be asked what can be seen on them. */
public record PicturesMailed(PostId post, TopicId topic, CommunityId community, Instant at) {
    static PicturesMailed to(PostId post, Topic topic, Instant at) {
        return new PicturesMailed(post, topic.id(), topic.place().community().id(), at);
    }
}
