package kith.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads one part of a person's data: what a select over {@code :who} gives, as text, numbers, booleans and instants; empty cells are left out. */
public final class PersonalRows {
    private PersonalRows() {}

    public static PersonalData.Part of(JdbcClient sql, MemberId who, String key, String select) {
        return new PersonalData.Part(
                key,
                sql.sql(select)
                        .param("who", who.value())
                        .query((row, n) -> cells(row))
                        .list());
    }

    private static Map<String, @Nullable Object> cells(ResultSet row) throws SQLException {
        var cells = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var value = row.getObject(i);
            if (value != null) {
                cells.put(row.getMetaData().getColumnLabel(i), plain(value));
            }
        }
        return cells;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean yes -> yes;
            case Timestamp at -> at.toInstant();
            default -> value.toString();
        };
    }
}
