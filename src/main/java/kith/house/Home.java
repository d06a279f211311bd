package kith.house;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder in which one house keeps everything that is its own. */
public record Home(Path path) {
    /** Below this the database could stop in the middle of a write. */
    private static final long LEAST_FREE_BYTES = 300L << 20;

    /** The folder asked for, else the environment's KITH_HOME, else a hidden folder in the user's own. */
    public static Home resolve(@Nullable String asked, Map<String, String> environment, boolean demo) {
        String named = asked != null ? asked : environment.get("KITH_HOME");
        if (named != null && !named.isBlank()) {
            return new Home(Path.of(named).toAbsolutePath().normalize());
        }
        return new Home(Path.of(System.getProperty("user.home"), demo ? ".kith-demo" : ".kith"));
    }

    /** Makes the folder where it is missing, and refuses when it cannot be lived in. */
    public Home ready() {
        create();
        checkWritable();
        long free = freeBytes();
        if (free < LEAST_FREE_BYTES) {
            throw new HouseProblem("The disk of %s has only %d MB free; Kith needs at least %d MB to be safe."
                    .formatted(path, free >> 20, LEAST_FREE_BYTES >> 20));
        }
        return this;
    }

    /** Whether a house was ever started here. */
    public boolean exists() {
        return Files.isDirectory(path);
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    long freeBytes() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private void create() {
        if (exists()) {
            return;
        }
        try {
            if (path.getParent() instanceof Path parent) {
                Files.createDirectories(parent);
            }
            var onlyMine = PosixFilePermissions.fromString("rwx------");
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(onlyMine));
        } catch (FileAlreadyExistsException e) {
            if (!exists()) {
                throw new HouseProblem("%s is a file; Kith needs a folder to live in.".formatted(e.getFile()), e);
            }
        } catch (IOException e) {
            throw new HouseProblem("The folder %s cannot be made; choose another with --home.".formatted(path), e);
        }
    }

    private void checkWritable() {
        try {
            Files.delete(Files.createTempFile(path, ".writable", null));
        } catch (IOException e) {
            String sentence = freeBytes() < 4096
                    ? "The disk of %s is full; free some space and start again."
                    : "The folder %s is not writable for this user; choose another with --home.";
            throw new HouseProblem(sentence.formatted(path), e);
        }
    }
}
