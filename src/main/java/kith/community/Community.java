package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
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
        int guidelinesVersion,
        Running running) {

    /** Which text of which pack it runs, and how often it has changed its words. */
    public record Running(Pack.Edition edition, String hash, int guidelines, int revision) {
        static Running of(ResultSet row) throws SQLException {
            return new Running(
                    new Pack.Edition(
                            row.getString("pack"), row.getString("pack_language"), row.getInt("pack_version")),
                    row.getString("pack_hash"),
                    row.getInt("guidelines_version"),
                    row.getInt("revision"));
        }
    }

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
