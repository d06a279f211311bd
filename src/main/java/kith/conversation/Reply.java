package kith.conversation;

import java.time.Instant;
import kith.page.Words;

/** A reply that no rule speaks against, ready to be added to its topic. */
record Reply(PostId id, Topic topic, As as, String body, Words words) {
    NewPost post() {
        var place = topic.place();
        return new NewPost(id, topic.id(), place.community().id(), place.self(), as, false, body, words);
    }

    PostPublished published(Instant at, boolean firstReply) {
        var place = topic.place();
        return new PostPublished(id, topic.id(), place.community().id(), place.self(), at, false, firstReply);
    }
}
