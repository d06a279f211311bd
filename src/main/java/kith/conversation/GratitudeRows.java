package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Sums the thanks for many posts up in one query: a row for each kind with its count, and one for each of the first names. */
final class GratitudeRows {
    static final String SELECT = """
            with given as (
                select t.post_id, t.kind, t.member_id, t.given_at, c.name
                from conversation.thanks t join identity.card c on c.id = t.member_id
                where t.post_id = any(:posts::uuid[])),
            people as (
                select post_id, member_id, name, min(given_at) as since from given group by post_id, member_id, name),
            named as (
                select post_id, name, row_number() over (partition by post_id order by since, member_id) as place,
                       count(*) over (partition by post_id) as people
                from people)
            select post_id, kind, null as name, count(*) as n, bool_or(member_id = :viewer) as mine
            from given group by post_id, kind
            union all
            select post_id, null, name, people, false from named where place <= 2
            """;

    private GratitudeRows() {}

    /** Either a kind with its count, or a name with the number of people. */
    record Row(PostId post, Thanks.@org.jspecify.annotations.Nullable Kind kind, String name, int n, boolean mine) {}

    static Row row(ResultSet row, int n) throws SQLException {
        var kind = row.getString("kind");
        return new Row(
                new PostId(row.getObject("post_id", UUID.class)),
                kind == null ? null : Thanks.Kind.valueOf(kind),
                kind == null ? row.getString("name") : "",
                row.getInt("n"),
                row.getBoolean("mine"));
    }

    static Collector<Row, ?, Gratitude> gathered() {
        return Collectors.collectingAndThen(Collectors.toList(), GratitudeRows::gather);
    }

    private static Gratitude gather(List<Row> rows) {
        var kinds = rows.stream().filter(row -> row.kind() != null).toList();
        var names = rows.stream().filter(row -> row.kind() == null).toList();
        return new Gratitude(
                kinds.stream().collect(Collectors.toMap(kind(), Row::n)),
                kinds.stream().filter(Row::mine).map(kind()).collect(Collectors.toSet()),
                names.stream().map(Row::name).toList(),
                names.isEmpty() ? 0 : names.getFirst().n());
    }

    private static Function<Row, Thanks.Kind> kind() {
        return row -> java.util.Objects.requireNonNull(row.kind());
    }
}
