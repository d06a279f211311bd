package kith.community;

/** A part of a community's conversations, as its pack named it; {@code contentNote} is the note that its topics carry by default, or empty. */
public record Section(
        SectionId id,
        CommunityId community,
        String slug,
        String name,
        String description,
        String kind,
        String contentNote,
        int position) {}
