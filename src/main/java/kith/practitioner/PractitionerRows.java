package kith.practitioner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import kith.identity.MemberId;

/** How rows become practitioners and their boundaries. */
final class PractitionerRows {
    static final String SELECT = """
            select k.member_id, k.profession, k.scope, k.languages,
                   b.zone, b.hours, b.daily, b.open, b.declined, b.starts_private, b.off_duty
            from practitioner.credential k
            left join practitioner.boundaries b on b.community_id = k.community_id and b.member_id = k.member_id
            """;

    private PractitionerRows() {}

    static Practitioner practitioner(ResultSet row) throws SQLException {
        return new Practitioner(
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("profession"),
                words(row, "scope"),
                words(row, "languages"),
                boundaries(row));
    }

    /** What they wrote down, else what is usual. */
    static Boundaries boundaries(ResultSet row) throws SQLException {
        var zone = row.getString("zone");
        return zone == null
                ? Boundaries.usual(ZoneOffset.UTC)
                : new Boundaries(
                        ZoneId.of(zone),
                        Hours.read(words(row, "hours").stream()),
                        row.getInt("daily"),
                        row.getInt("open"),
                        words(row, "declined"),
                        row.getBoolean("starts_private"),
                        row.getString("off_duty"));
    }

    static Set<String> words(ResultSet row, String column) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    static String[] array(Collection<?> words) {
        return words.stream().map(String::valueOf).toArray(String[]::new);
    }
}
