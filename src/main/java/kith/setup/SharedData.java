package kith.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.system.ApplicationHome;

/** Where data made by others lies: the folder that {@code KITH_SHARED} names, else {@code ../shared/data} beside the project from which Kith runs. */
final class SharedData {
    /** From {@code target/app} or {@code target/classes} up to the folder beside the project. */
    private static final int LEVELS = 3;

    private SharedData() {}

    static Path at(String named) {
        if (!named.isBlank()) {
            return Path.of(named);
        }
        var folder = new ApplicationHome(SharedData.class)
                .getDir()
                .toPath()
                .toAbsolutePath()
                .normalize();
        for (var level = 0; level < LEVELS && folder.getParent() != null; level++) {
            folder = folder.getParent();
            if (Files.isDirectory(folder.resolve("shared/data"))) {
                break;
            }
        }
        return folder.resolve("shared/data");
    }
}
