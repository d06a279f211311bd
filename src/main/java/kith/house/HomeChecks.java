package kith.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What can be seen without the database: the machine, the folder and the secrets in it. */
record HomeChecks(Home home, Map<String, String> environment) {
    private static final long COMFORTABLE_MB = 2_000;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> NOT_MINE = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    List<Finding> all() {
        if (!home.exists()) {
            return List.of(jdk(), Finding.ok("No house yet; bin/serve makes it"));
        }
        var secrets = Stream.of("key", "database.password")
                .map(home::file)
                .filter(Files::exists)
                .map(HomeChecks::secret);
        return Stream.concat(Stream.of(jdk(), folder(), writable(), disk(), process()), secrets)
                .toList();
    }

    private static Finding jdk() {
        int feature = Runtime.version().feature();
        return feature == 25
                ? Finding.ok("Java " + Runtime.version())
                : Finding.warn("Java %d: Kith is tried on 25 alone; use a JDK 25".formatted(feature));
    }

    private Finding folder() {
        return permissions(home.path()).stream().anyMatch(OTHERS::contains)
                ? Finding.wrong("Everybody on this machine may look into the home: chmod o-rwx " + home.path())
                : Finding.ok("Nobody else may look into the home");
    }

    private Finding writable() {
        try {
            Files.delete(Files.createTempFile(home.path(), ".writable", null));
            return Finding.ok("The home is writable");
        } catch (IOException e) {
            return Finding.wrong("The home is not writable: start Kith as its owner, or give it back with chown");
        }
    }

    private Finding disk() {
        long free = home.freeBytes() >> 20;
        if (free < 300) {
            return Finding.wrong("Only %d MB of disk are free; Kith does not start below 300".formatted(free));
        }
        return free < COMFORTABLE_MB
                ? Finding.warn("%d MB of disk are free; make room soon".formatted(free))
                : Finding.ok("%d MB of disk are free".formatted(free));
    }

    /** A database whose house was killed goes on alone; the next start puts it right. */
    private Finding process() {
        var holder = HouseLock.holder(home).filter(HouseLock.Holder::isAlive);
        if (holder.isPresent()) {
            return Finding.ok(
                    "The house is open (process %d)".formatted(holder.get().pid()));
        }
        return Postmaster.runningOn(Cluster.data(home)).isPresent()
                ? Finding.warn("The database was left running by a crash; the next start stops it and begins anew")
                : Finding.ok("The house is closed, and nothing of it is left running");
    }

    private static Finding secret(Path file) {
        return permissions(file).stream().anyMatch(NOT_MINE::contains)
                ? Finding.wrong("Others may read a secret: chmod 600 " + file)
                : Finding.ok("%s is readable by its owner alone".formatted(file.getFileName()));
    }

    private static Set<PosixFilePermission> permissions(Path path) {
        try {
            return Files.getPosixFilePermissions(path);
        } catch (IOException e) {
            return Set.of();
        }
    }
}
