package kith.conversation;

import java.time.Instant;
import java.util.List;
import kith.community.CommunityId;

/** A host brought posts from one topic to another: some to a new one, or all of them into an earlier one ({@code all}). Whose they are is not said. */
public record PostsMoved(TopicId from, TopicId to, CommunityId community, List<PostId> posts, boolean all, Instant at) {
    public PostsMoved {
        posts = List.copyOf(posts);
    }
}
