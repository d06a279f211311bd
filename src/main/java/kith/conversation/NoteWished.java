package kith.conversation;

import java.time.Instant;
import kith.community.CommunityId;

/** A reader asked the writer of a post for a content note. Who did is not said. */
public record NoteWished(PostId post, TopicId topic, CommunityId community, Instant at) {}
