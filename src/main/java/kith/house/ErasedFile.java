package kith.house;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The home's file {@code erased}: the ids of who left for good, a line each. It is in no backup, so that after a return to one they can be removed again. */
public record ErasedFile(Home home) {
    static final String NAME = "erased";

    /** All ids in it; half a line, left by a crash, is nobody's. */
    public Set<UUID> ids() {
        try {
            return Files.exists(path())
                    ? Files.readString(path(), StandardCharsets.ISO_8859_1)
                            .lines()
                            .flatMap(line -> id(line).stream())
                            .collect(Collectors.toCollection(LinkedHashSet::new))
                    : Set.of();
        } catch (IOException e) {
            throw new HouseProblem(
                    "%s cannot be read by this user; the house stays closed, because it says who left it for good."
                            .formatted(path()),
                    e);
        }
    }

    /** Adds ids for good: when this returns they are on the disk. */
    public void add(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        // Begins with a line's end, in case that a crash left half a line before.
        var lines = ids.stream().map(UUID::toString).collect(Collectors.joining("\n", "\n", "\n"));
        var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (var channel = FileChannel.open(path(), options, onlyMine)) {
            channel.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        } catch (IOException e) {
            throw new HouseProblem("%s cannot be written.".formatted(path()), e);
        }
    }

    private Path path() {
        return home.file(NAME);
    }

    private static Optional<UUID> id(String line) {
        return line.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(line))
                : Optional.empty();
    }
}
