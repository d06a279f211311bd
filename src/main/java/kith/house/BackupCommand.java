package kith.house;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** bin/kith backup FILE: saves a running or a stopped house into one file, written whole or not at all. */
record BackupCommand(Home home, Map<String, String> environment, List<Script> scripts) implements Command {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return "FILE [--demo] [--home DIR]";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        Path file = Path.of(arguments.rest(1, 1).getFirst()).toAbsolutePath();
        if (!home.exists()) {
            throw new HouseProblem("There is no house in %s to save.".formatted(home.path()));
        }
        String passphrase = Passphrase.chosen(environment, terminal);
        try (var database = HouseDatabase.open(home, environment, Purpose.COMMAND, terminal::say)) {
            var key = HouseKey.of(home, environment);
            Installation.of(home, database, key, Mark.EITHER, scripts);
            var manifest = write(new Backup(database, key, terminal), file, passphrase);
            tell(terminal, file, manifest, passphrase != null);
        }
        return 0;
    }

    private static Manifest write(Backup backup, Path file, @Nullable String passphrase) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            var manifest = fill(half, backup, passphrase);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (FileAlreadyExistsException e) {
            throw new HouseProblem("%s is already there; choose another name.".formatted(e.getFile()), e);
        } catch (IOException e) {
            throw new HouseProblem("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Manifest fill(Path half, Backup backup, @Nullable String passphrase) throws IOException {
        var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(half, options, onlyMine)) {
            var kept = new KeptOpen(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            var manifest = backup.write(Vault.writing(kept, passphrase), passphrase != null);
            channel.force(true);
            return manifest;
        } catch (IOException | RuntimeException e) {
            if (!(e instanceof FileAlreadyExistsException)) {
                Files.deleteIfExists(half);
            }
            throw e;
        }
    }

    private static void tell(Terminal terminal, Path file, Manifest manifest, boolean locked) {
        long rows = manifest.tables().stream().mapToLong(Manifest.Saved::rows).sum();
        terminal.step("Saved %d rows of %d tables in %s"
                .formatted(rows, manifest.tables().size(), file));
        if (!locked) {
            terminal.say(
                    "  It is not encrypted and does not hold the house's key: keep it, and a copy of the key, safe.");
        }
    }
}
