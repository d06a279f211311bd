package kith.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** A duty as a row of {@code duty.duty}, and back. */
final class DutyRow {
    private DutyRow() {}

    static Duty read(ResultSet row) throws SQLException {
        return new Duty(
                new DutyId(row.getObject("id", UUID.class)),
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getString("kind"),
                row.getString("cause"),
                Risk.valueOf(row.getString("risk")),
                member(row, "owed_to"),
                member(row, "barred"),
                row.getString("about"),
                instant(row, "opened_at"),
                instant(row, "due_at"),
                new Duty.Plan(
                        member(row, "next"),
                        note(row),
                        Optional.ofNullable(row.getObject("part_of", UUID.class))
                                .map(DutyId::new)
                                .orElse(null),
                        row.getInt("told")),
                claim(row),
                end(row));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable UUID id(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }

    private static Duty.@Nullable Claim claim(ResultSet row) throws SQLException {
        var holder = member(row, "holder");
        return holder == null ? null : new Duty.Claim(holder, instant(row, "claim_until"), row.getBoolean("routed"));
    }

    private static Duty.@Nullable Note note(ResultSet row) throws SQLException {
        var by = member(row, "note_by");
        return by == null ? null : new Duty.Note(by, row.getString("note"));
    }

    private static Duty.@Nullable End end(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Duty.End(
                        Outcome.valueOf(outcome),
                        instant(row, "ended_at"),
                        member(row, "ended_by"),
                        row.getString("act"));
    }

    private static @Nullable MemberId member(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new MemberId(id);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
