package kith.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The settings of the embedded database: small, silent about what people write, reachable from this machine alone. */
final class PostgresSettings {
    private static final List<String> COMMON = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "ssl=off",
            "max_connections=60",
            "shared_buffers=128MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "effective_cache_size=512MB",
            "min_wal_size=80MB",
            "max_wal_size=512MB",
            "wal_level=minimal",
            "max_wal_senders=0",
            "io_method=sync",
            "max_parallel_workers_per_gather=1",
            "autovacuum_max_workers=2",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "log_min_messages=warning",
            // What a member wrote must not reach a log with the statement or the row that failed.
            "log_min_error_statement=panic",
            "log_error_verbosity=terse");

    private PostgresSettings() {}

    static List<String> arguments(Path data, int port, Durability durability) {
        var arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        Stream.concat(COMMON.stream(), durability.settings().stream())
                .forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }
}
