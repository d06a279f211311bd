package kith.conversation;

/** Somebody took a thanks for a post back. */
public record ThanksTakenBack(PostId post, TopicId topic) {}
