package kith.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table, by PostgreSQL's COPY. */
final class Copying implements AutoCloseable {
    private static final int FULL = 256 * 1024;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(FULL + 64 * 1024);

    /** {@code table} with its columns, such as {@code conversation.topic (id, title)}. */
    Copying(Connection to, String table) throws SQLException {
        copy = to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    }

    void row(@Nullable Object... values) throws SQLException {
        for (var n = 0; n < values.length; n++) {
            rows.append(n == 0 ? "" : "\t");
            value(values[n]);
        }
        rows.append('\n');
        if (rows.length() > FULL) {
            send();
        }
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> rows.append("\\N");
            case String text -> escaped(text);
            case byte[] bytes -> rows.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            default -> rows.append(value);
        }
    }

    private void escaped(String text) {
        for (var n = 0; n < text.length(); n++) {
            switch (text.charAt(n)) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\t' -> rows.append("\\t");
                case '\r' -> rows.append("\\r");
                default -> rows.append(text.charAt(n));
            }
        }
    }

    private void send() throws SQLException {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    @Override
    public void close() throws SQLException, IOException {
        send();
        copy.endCopy();
    }
}
