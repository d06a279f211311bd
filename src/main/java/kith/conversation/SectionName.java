package kith.conversation;

import kith.community.SectionId;

/** A section as a topic names it. */
public record SectionName(SectionId id, String slug, String name) {}
