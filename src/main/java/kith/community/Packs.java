package kith.community;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The packs of this house: those shipped with Kith, and those that its operator put into {@code <home>/packs}. */
public final class Packs {
    private static final List<String> SHIPPED = List.of("autoimmune", "quit-smoking", "drink-less");
    private static final List<String> LANGUAGES = List.of("", ".de");

    private final Map<Pack.Edition, Pack> packs = new LinkedHashMap<>();
    private final Map<Pack.Edition, String> texts = new LinkedHashMap<>();
    private final List<PackProblem> refused = new ArrayList<>();
    private final PackReader reader = new PackReader();

    private Packs() {}

    public static Packs shipped() {
        var packs = new Packs();
        SHIPPED.forEach(id -> LANGUAGES.forEach(language -> packs.addShipped(id + language + ".yaml")));
        return packs;
    }

    /** The shipped packs and the good ones of a house; the others are in {@link #refused}. */
    public static Packs of(Path home) {
        var packs = shipped();
        packs.addAll(home.resolve("packs"));
        return packs;
    }

    /** Every pack in every edition, the shipped ones first. */
    public Collection<Pack> all() {
        return List.copyOf(packs.values());
    }

    /** What is wrong with the packs in the house's own folder. */
    public List<PackProblem> refused() {
        return List.copyOf(refused);
    }

    public Optional<Pack> find(Pack.Edition edition) {
        return Optional.ofNullable(packs.get(edition));
    }

    /** The file of a pack as it is, for a community to keep. */
    String text(Pack.Edition edition) {
        return Objects.requireNonNull(texts.get(edition), "no such pack");
    }

    /** The newest version of a pack in a language, else in English, else in any. */
    public Optional<Pack> newest(String id, String language) {
        return packs.values().stream()
                .filter(pack -> pack.id().equals(id))
                .max(Comparator.<Pack, Boolean>comparing(pack -> pack.language().equals(language))
                        .thenComparing(pack -> pack.language().equals("en"))
                        .thenComparingInt(Pack::version));
    }

    /** The newest version of each pack, in a language where it has one. */
    public List<Pack> newest(String language) {
        return packs.values().stream()
                .map(Pack::id)
                .distinct()
                .flatMap(id -> newest(id, language).stream())
                .toList();
    }

    private void addShipped(String file) {
        try (var in = Packs.class.getResourceAsStream("/packs/" + file)) {
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
