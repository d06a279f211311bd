package kith.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that keeps one form from being accepted, in the order of its fields. */
public record Refusals(List<Refusal> all) {
    public static final Refusals NONE = new Refusals(List.of());

    public Refusals {
        all = List.copyOf(all);
    }

    public static Refusals of(Refusal... refusals) {
        return new Refusals(Arrays.asList(refusals));
    }

    @SafeVarargs
    public static Refusals gather(Optional<Refusal>... found) {
        return new Refusals(Arrays.stream(found).flatMap(Optional::stream).toList());
    }

    public Refusals and(Refusals more) {
        var both = new ArrayList<>(all);
        both.addAll(more.all);
        return new Refusals(both);
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /** The first refusal of a field, for the sentence beside it. */
    public Optional<Refusal> in(String field) {
        return all.stream().filter(r -> r.field().equals(field)).findFirst();
    }

    /** The ids of the hint and of the refusal of a field, for {@code aria-describedby}; null where it has neither. */
    public @Nullable String describing(String field, @Nullable String hint) {
        var ids = (hint == null ? "" : field + "-hint ") + (in(field).isPresent() ? field + "-refusal" : "");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** 422 where something refuses, else 200. */
    public int status() {
        return any() ? 422 : 200;
    }
}
