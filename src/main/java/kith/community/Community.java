package kith.community;

import java.util.Locale;

/** One community of the house: what it is called, which pack made it what it is, and who may see it. */
public record Community(
        CommunityId id,
        String slug,
        String name,
        String tagline,
        String pack,
        int packVersion,
        Locale language,
        Visibility visibility,
        Joining joining,
        String look,
        String motif,
        int guidelinesVersion) {

    /** Who may read: members alone, or everybody. */
    public enum Visibility {
        PRIVATE,
        OPEN_TO_READ
    }

    /** How somebody becomes a member. */
    public enum Joining {
        OPEN,
        REQUEST,
        INVITATION
    }
}
