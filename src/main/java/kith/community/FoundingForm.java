package kith.community;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kith.identity.Viewer;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What is asked to found a community: {@code pack} as {@code id.language}, its name, and the last part of its address (empty: made from the name). */
public record FoundingForm(
        @Nullable String pack,
        @Nullable String name,
        @Nullable String slug) {
    /** Words that are parts of addresses already. */
    private static final Set<String> RESERVED = Set.of("new", "accept", "schema", "all");

    private static final int LONGEST = 60;

    public FoundingForm {
        pack = Objects.requireNonNullElse(pack, "");
        name = Objects.requireNonNullElse(name, "").strip();
        slug = Objects.requireNonNullElse(slug, "").strip().toLowerCase(Locale.ROOT);
    }

    String address() {
        return slug().isEmpty() ? slugOf(name()) : slug();
    }

    Refusals refuse(Packs packs, Founding founding) {
        return Refusals.gather(
                packs(packs).isEmpty()
                        ? Optional.of(Refusal.in("pack", "community.found.pack-needed"))
                        : Optional.empty(),
                name().length() < 2 || name().length() > LONGEST
                        ? Optional.of(Refusal.in("name", "community.found.name-length", LONGEST))
                        : Optional.empty(),
                refuseAddress(founding));
    }

    private Optional<Refusal> refuseAddress(Founding founding) {
        var address = address();
        if (!address.matches("[a-z0-9]+(-[a-z0-9]+)*") || address.length() > LONGEST || RESERVED.contains(address)) {
            return Optional.of(Refusal.in("slug", "community.found.slug-form"));
        }
        return founding.taken(address)
                ? Optional.of(Refusal.in("slug", "community.found.slug-taken"))
                : Optional.empty();
    }

    Founding.Wish wish(Packs packs) {
        return new Founding.Wish(packs(packs).orElseThrow(), name(), address());
    }

    /** The same with the first pack chosen where none was. */
    FoundingForm orFirst(Packs packs, Viewer viewer) {
        return packs(packs).isPresent()
                ? this
                : packs.newest(viewer.locale().getLanguage()).stream()
                        .findFirst()
                        .map(first -> new FoundingForm(key(first), name(), slug()))
                        .orElse(this);
    }

    static String key(Pack pack) {
        return pack.id() + "." + pack.language();
    }

    private Optional<Pack> packs(Packs packs) {
        return packs.all().stream()
                .filter(each -> key(each).equals(pack()))
                .flatMap(each -> packs.newest(each.id(), each.language()).stream())
                .findFirst();
    }

    static String slugOf(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    @Override
    public String pack() {
        return Objects.requireNonNull(pack);
    }

    @Override
    public String name() {
        return Objects.requireNonNull(name);
    }

    @Override
    public String slug() {
        return Objects.requireNonNull(slug);
    }
}
