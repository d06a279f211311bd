package kith.community;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pack files of a house as they were read: the good ones, their texts, and what is wrong with the others. */
final class PackFiles {
    /** The packs that come with Kith. */
    static final List<String> SHIPPED = List.of("autoimmune", "quit-smoking", "drink-less");

    private static final List<String> LANGUAGES = List.of("", ".de");

    final Map<Pack.Edition, Pack> packs = new LinkedHashMap<>();
    final Map<Pack.Edition, String> texts = new LinkedHashMap<>();
    final List<PackProblem> refused = new ArrayList<>();
    private final PackReader reader = new PackReader();

    private PackFiles() {}

    static PackFiles shipped() {
        var files = new PackFiles();
        SHIPPED.forEach(id -> LANGUAGES.forEach(language -> files.addShipped(id + language + ".yaml")));
        return files;
    }

    static PackFiles of(Path home) {
        var files = shipped();
        files.addAll(home.resolve("packs"));
        return files;
    }

    private void addShipped(String file) {
        try (var in = PackFiles.class.getResourceAsStream("/packs/" + file)) {
            if (in != null) {
                add(file, in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(this::addFile);
        } catch (IOException e) {
            refused.add(new PackProblem(folder.getFileName() + "/", 1, 1, "the folder cannot be read"));
        }
    }

    private void addFile(Path file) {
        var name = String.valueOf(file.getFileName());
        try (var in = Files.newInputStream(file)) {
            add(name, in);
        } catch (IOException e) {
            refused.add(new PackProblem(name, 1, 1, "the file cannot be read"));
        }
    }

    private void add(String file, InputStream in) throws IOException {
        var bytes = in.readAllBytes();
        switch (reader.read(file, new ByteArrayInputStream(bytes))) {
            case PackReader.Read read -> {
                texts.putIfAbsent(read.pack().edition(), new String(bytes, StandardCharsets.UTF_8));
                add(file, read.pack());
            }
            case PackReader.Refused no -> refused.addAll(no.problems());
        }
    }

    private void add(String file, Pack pack) {
        if (packs.putIfAbsent(pack.edition(), pack) != null) {
            refused.add(new PackProblem(
                    file,
                    1,
                    1,
                    "“%s” (%s) has a version %d already; count its version up"
                            .formatted(pack.id(), pack.language(), pack.version())));
        }
    }
}
