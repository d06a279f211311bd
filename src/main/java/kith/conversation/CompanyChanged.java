package kith.conversation;

/** A host reads along in a topic and wants that known, or does no more. */
public record CompanyChanged(TopicId topic) {}
