package kith.house;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The little SQL that is needed before there is a Spring. */
record Sql(Connection connection) {
    /** Reads one value from a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseProblem("The database refused: " + reason(e), e);
        }
    }

    int update(String sql, Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseProblem("The database refused: " + reason(e), e);
        }
    }

    <T> List<T> list(Row<T> row, String sql, Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return read(row, statement.executeQuery());
        } catch (SQLException e) {
            throw new DatabaseProblem("The database refused: " + reason(e), e);
        }
    }

    <T> Optional<T> first(Row<T> row, String sql, Object... values) {
        return list(row, sql, values).stream().findFirst();
    }

    boolean isTrue(String sql, Object... values) {
        return first(row -> row.getBoolean(1), sql, values).orElse(false);
    }

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** The first line of what went wrong, which names no value of any row. */
    static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown");
    }

    private static <T> List<T> read(Row<T> row, ResultSet rows) throws SQLException {
        var list = new ArrayList<T>();
        while (rows.next()) {
            list.add(row.read(rows));
        }
        return list;
    }
}
