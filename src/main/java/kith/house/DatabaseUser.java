package kith.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who runs the database: ourselves, or, since PostgreSQL refuses root, somebody with less power. */
sealed interface DatabaseUser {
    /** What is put before a command so that this user runs it. */
    List<String> prefix();

    /** Gives this user the empty folder of the data. */
    default void own(Path data) throws IOException {}

    /** Lets this user, and nobody else, pass through the home. */
    default void enter(Home home) throws IOException {}

    /** We, when we are not root. */
    record Ourselves() implements DatabaseUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** Root without its powers: for homes that no other user can reach, such as those under /root. */
    record Unshared() implements DatabaseUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U", "--");
        }
    }

    /** Another user of this machine. */
    record Another(String name, int group) implements DatabaseUser {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + name, "--regid=" + group, "--clear-groups", "--no-new-privs", "--");
        }

        @Override
        public void own(Path data) throws IOException {
            var names = data.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(data, names.lookupPrincipalByName(name));
        }

        @Override
        public void enter(Home home) throws IOException {
            Files.setAttribute(home.path(), "unix:gid", group);
            Files.getFileAttributeView(home.path(), PosixFileAttributeView.class)
                    .setPermissions(PosixFilePermissions.fromString("rwx--x---"));
        }
    }

    static DatabaseUser of(Home home, Path data) {
        if (!isRoot()) {
            return new Ourselves();
        }
        return Files.exists(data) ? ownerOf(data) : choose(home);
    }

    private static DatabaseUser ownerOf(Path data) {
        try {
            String owner = Files.getOwner(data, LinkOption.NOFOLLOW_LINKS).getName();
            return owner.equals("root") ? new Unshared() : another(owner).orElseThrow(() -> unknown(owner));
        } catch (IOException e) {
            throw new HouseProblem("The folder %s cannot be read.".formatted(data), e);
        }
    }

    private static DatabaseUser choose(Home home) {
        if (reachable(home.path()) && Run.of(List.of("setpriv", "--version")).worked()) {
            var found = another("postgres").or(() -> another("nobody"));
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (Run.of(List.of("unshare", "-U", "--", "true")).worked()) {
            return new Unshared();
        }
        throw new HouseProblem("PostgreSQL does not run as root, and no other user can reach %s: start Kith as another"
                        .formatted(home.path())
                + " user, or choose a folder such as /var/lib/kith with --home.");
    }

    private static Optional<DatabaseUser> another(String name) {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .<DatabaseUser>map(fields -> new Another(name, Integer.parseInt(fields[3])))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether everybody may walk to the folder that holds the home. */
    private static boolean reachable(Path home) {
        var above = new ArrayList<Path>();
        for (var folder = home.getParent(); folder != null; folder = folder.getParent()) {
            above.add(folder);
        }
        return above.stream().allMatch(DatabaseUser::openToAll);
    }

    private static boolean openToAll(Path folder) {
        try {
            return Files.readAttributes(folder, PosixFileAttributes.class)
                    .permissions()
                    .contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isRoot() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*"));
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static HouseProblem unknown(String owner) {
        return new HouseProblem(
                "The database belongs to the user %s, whom this machine does not know.".formatted(owner));
    }
}
