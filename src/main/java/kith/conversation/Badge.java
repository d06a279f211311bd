package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What lets a writer speak as a practitioner now: profession and day of the check; as whom they spoke {@code last} in this topic, null where they have not
 * spoken yet, and whether they spoke there both ways.
 */
public record Badge(
        String profession, LocalDate checked, @Nullable As last, boolean both) {
    static @Nullable Badge of(ResultSet row) throws SQLException {
        var profession = row.getString("badge_profession");
        var last = row.getString("badge_last");
        return profession == null
                ? null
                : new Badge(
                        profession,
                        row.getObject("badge_checked", LocalDate.class),
                        last == null ? null : As.valueOf(last),
                        row.getBoolean("badge_both"));
    }

    /** As whom they go on: nothing is carried from one topic into another. */
    As usual() {
        return last == null ? As.UNDECIDED : last;
    }
}
