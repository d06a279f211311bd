package kith.house;

import java.util.List;
import java.util.stream.Collectors;

/** A table of the house with the columns that hold something of their own. */
record Table(String schema, String name, List<String> columns) {
    private static final String ALL = """
            select n.nspname, c.relname, array_agg(a.attname::text order by a.attnum)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where n.nspname = any (?) and c.relkind = 'r' and c.relname <> 'migration'
              and (n.nspname, c.relname) <> ('house', 'installed')
            group by 1, 2 order by 1, 2""";

    static List<Table> all(Sql sql) {
        return sql.list(
                row -> new Table(row.getString(1), row.getString(2), List.of((String[])
                        row.getArray(3).getArray())),
                ALL,
                (Object) Script.MODULES.toArray(String[]::new));
    }

    static Table of(Manifest.Saved saved) {
        String[] parts = saved.table().split("\\.", 2);
        return new Table(parts[0], parts[1], saved.columns());
    }

    String plainName() {
        return schema + "." + name;
    }

    String sqlName() {
        return Sql.name(schema) + "." + Sql.name(name);
    }

    String copyOut() {
        return "copy %s (%s) to stdout".formatted(sqlName(), columnList());
    }

    String copyIn() {
        return "copy %s (%s) from stdin".formatted(sqlName(), columnList());
    }

    private String columnList() {
        return columns.stream().map(Sql::name).collect(Collectors.joining(", "));
    }
}
