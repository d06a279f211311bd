package kith.house;

import java.util.List;
import java.util.Map;

/**
 * What a backup says about itself.
 *
 * @param versions the last migration of each module
 * @param keyMark tells which key the house had
 */
record Manifest(
        int format,
        String savedAt,
        Map<String, String> versions,
        String keyMark,
        List<Saved> tables,
        List<Counter> counters) {
    static final int FORMAT = 1;

    /** One table: its rows and the sum of them. */
    record Saved(String table, List<String> columns, long rows, String sum) {}

    /** A sequence and where it stood. */
    record Counter(String sequence, long value, boolean called) {}
}
