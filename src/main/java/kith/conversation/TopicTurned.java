package kith.conversation;

import kith.community.CommunityId;

/** A topic was closed, opened again, pinned or let go: how it is shown is not as it was. */
public record TopicTurned(TopicId topic, CommunityId community) {}
