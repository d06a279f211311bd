package kith.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.Card;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** How this module's rows become its values. */
final class Rows {
    static final String CASE = """
            select f.id, f.community_id, f.kind, f.subject_id, f.about, f.title, f.text, f.path, f.opened_at,
                   f.veil, f.veil_face, w.name as about_name, w.face as about_face, w.picture_id as about_picture,
                   d.id as decision_id, d.kind as decision_kind, d.at as decision_at, d.until as decision_until,
                   d.by as by_id, h.name as by_name, h.face as by_face, h.picture_id as by_picture
            from moderation.case f
            left join identity.card w on w.id = f.about
            left join moderation.decision d on d.id = f.decision_id
            left join identity.card h on h.id = d.by
            """;

    private Rows() {}

    static Case file(ResultSet row) throws SQLException {
        return new Case(
                id(row, "id"),
                new CommunityId(id(row, "community_id")),
                row.getString("kind"),
                id(row, "subject_id"),
                about(row),
                veiled(row),
                row.getString("title"),
                row.getString("text"),
                row.getString("path"),
                instant(row, "opened_at"),
                row.getObject("decision_id") == null ? null : decision(row));
    }

    static Decision decision(ResultSet row) throws SQLException {
        var until = row.getObject("decision_until", OffsetDateTime.class);
        return new Decision(
                id(row, "decision_id"),
                Decision.Kind.valueOf(row.getString("decision_kind")),
                card(row, "by_id", "by"),
                instant(row, "decision_at"),
                until == null ? null : until.toInstant());
    }

    static boolean veiled(ResultSet row) throws SQLException {
        return !row.getString("veil").isEmpty();
    }

    /** Whom a case is about, as hosts see them: who spoke anonymously has the name and face of that voice, and so has a voice whose account is gone. */
    static Card about(ResultSet row) throws SQLException {
        var id = row.getObject("about", UUID.class);
        return veiled(row)
                ? new Card(id == null ? null : new MemberId(id), row.getString("veil"), row.getString("veil_face"), null)
                : card(row, "about", "about");
    }

    static Card card(ResultSet row, String id, String prefix) throws SQLException {
        return Card.of(
                row.getObject(id, UUID.class),
                row.getString(prefix + "_name"),
                row.getString(prefix + "_face"),
                row.getObject(prefix + "_picture", UUID.class));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
