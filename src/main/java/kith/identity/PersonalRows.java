package kith.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What modules need to say what they keep about a person: the names of columns, and rows as text, numbers, booleans and instants, without empty cells. */
public final class PersonalRows {
    private PersonalRows() {}

    /** One part: what a select over {@code :who} gives. */
    public static PersonalData.Part of(JdbcClient sql, MemberId who, String key, String select) {
        return of(key, sql.sql(select).param("who", who.value()));
    }

    /** One part: what a select gives that has all that it asks for. */
    public static PersonalData.Part of(String key, JdbcClient.StatementSpec select) {
        return new PersonalData.Part(key, select.query((row, n) -> cells(row)).list());
    }

    /** Columns of a module, each line a table and its columns: {@code columns("library", "version body written_by")}. */
    public static Set<String> columns(String module, String... tables) {
        return Stream.of(tables)
                .map(line -> line.split(" "))
                .flatMap(words -> Stream.of(words).skip(1).map(column -> module + "." + words[0] + "." + column))
                .collect(Collectors.toUnmodifiableSet());
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
