package kith.house;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
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
        Stream.of(COMMON.stream(), memory(megabytes()), durability.settings().stream())
                .flatMap(settings -> settings)
                .forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    /**
     * An eighth of the machine for what is read often, from 128 MB to 1 GB. It is taken only as far as there is something to keep in it; without it a house with
     * half a million posts fetches most of them from the operating system, which costs ten times as much.
     */
    static Stream<String> memory(long megabytes) {
        return Stream.of(
                "shared_buffers=%dMB".formatted(Math.clamp(megabytes / 8, 128, 1024)),
                "effective_cache_size=%dMB".formatted(Math.max(512, megabytes / 2)));
    }

    private static long megabytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }
}
