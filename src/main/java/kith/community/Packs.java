package kith.community;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The packs of this house: those shipped with Kith, and those that its operator put into {@code <home>/packs}. They are read when somebody first asks. */
public final class Packs {
    private final FutureTask<PackFiles> files;

    private Packs(Callable<PackFiles> files) {
        this.files = new FutureTask<>(files);
    }

    public static Packs shipped() {
        return new Packs(PackFiles::shipped);
    }

    /** The shipped packs and the good ones of a house; the others are in {@link #refused}. */
    public static Packs of(Path home) {
        return new Packs(() -> PackFiles.of(home));
    }

    /** Every pack in every edition, the shipped ones first. */
    public Collection<Pack> all() {
        return List.copyOf(files().packs.values());
    }

    /** What is wrong with the packs in the house's own folder. */
    public List<PackProblem> refused() {
        return List.copyOf(files().refused);
    }

    public Optional<Pack> find(Pack.Edition edition) {
        return Optional.ofNullable(files().packs.get(edition));
    }

    /** The file of a pack as it is, for a community to keep. */
    String text(Pack.Edition edition) {
        return Objects.requireNonNull(files().texts.get(edition), "no such pack");
    }

    /** The newest version of a pack in a language, else in English, else in any. */
    public Optional<Pack> newest(String id, String language) {
        return files().packs.values().stream()
                .filter(pack -> pack.id().equals(id))
                .max(Comparator.<Pack, Boolean>comparing(pack -> pack.language().equals(language))
                        .thenComparing(pack -> pack.language().equals("en"))
                        .thenComparingInt(Pack::version));
    }

    /** The newest version of each pack, in a language where it has one. */
    public List<Pack> newest(String language) {
        return files().packs.values().stream()
                .map(Pack::id)
                .distinct()
                .flatMap(id -> newest(id, language).stream())
                .toList();
    }

    /** Reads the files, where nobody did yet; whoever comes while they are being read waits for them. */
    PackFiles files() {
        files.run();
        try {
            return files.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the packs cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
