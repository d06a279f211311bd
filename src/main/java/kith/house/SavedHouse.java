package kith.house;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was read from its first to its last byte and is whole. */
record SavedHouse(Path file, @Nullable String passphrase, Manifest manifest, byte @Nullable [] key) {
    /** Does something with the rows of one table. */
    interface Rows {
        void read(String table, InputStream rows) throws IOException;
    }

    static SavedHouse checked(Path file, Map<String, String> environment, Terminal terminal) {
        try {
            return checked(file, locked(file) ? Passphrase.known(environment, terminal) : null);
        } catch (JacksonException | IOException e) {
            throw damaged(file, e);
        }
    }

    /** Hands over one table after the other. */
    void each(Rows rows) {
        try (var zip = open(file, passphrase)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("tables/")) {
                    rows.read(entry.getName().substring("tables/".length()), unclosed(zip));
                }
            }
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static boolean locked(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new HouseProblem("There is no file %s.".formatted(file));
        }
        try (var in = Files.newInputStream(file)) {
            return Vault.isLocked(in);
        }
    }

    private static SavedHouse checked(Path file, @Nullable String passphrase) throws IOException {
        var sums = new HashMap<String, String>();
        var parts = new HashMap<String, byte[]>();
        try (var zip = open(file, passphrase)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("tables/")) {
                    sums.put(entry.getName().substring("tables/".length()), sum(zip));
                } else {
                    parts.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        byte[] json = parts.get("manifest.json");
        if (json == null) {
            throw new IOException("no manifest");
        }
        var manifest = JsonMapper.shared().readValue(json, Manifest.class);
        compare(manifest, sums);
        return new SavedHouse(file, passphrase, manifest, parts.get("key"));
    }

    private static void compare(Manifest manifest, Map<String, String> sums) throws IOException {
        var promised = new HashMap<String, String>();
        manifest.tables().forEach(saved -> promised.put(saved.table(), saved.rows() + " " + saved.sum()));
        if (!promised.equals(sums)) {
            throw new IOException("rows differ from the manifest");
        }
    }

    private static String sum(InputStream rows) throws IOException {
        var sum = new RowSum(OutputStream.nullOutputStream(), () -> {});
        rows.transferTo(sum);
        return sum.rows() + " " + sum.sum();
    }

    private static ZipInputStream open(Path file, @Nullable String passphrase) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        Vault.isLocked(in);
        return new ZipInputStream(Vault.reading(in, passphrase));
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }

    private static HouseProblem damaged(Path file, Exception cause) {
        return new HouseProblem(
                "%s cannot be restored: the passphrase is wrong or the file is damaged. Nothing was changed."
                        .formatted(file),
                cause);
    }
}
