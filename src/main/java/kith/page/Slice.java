package kith.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list that is paged by key: its items and the key after which the next page begins, null at the end. */
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }

    /** Cuts a list that was asked for one row more than {@code size}, so that no count is ever needed. */
    public static <T> Slice<T> of(List<T> rows, int size, Function<T, String> key) {
        return rows.size() <= size
                ? new Slice<>(rows, null)
                : new Slice<>(rows.subList(0, size), key.apply(rows.get(size - 1)));
    }

    public <R> Slice<R> map(Function<T, R> each) {
        return new Slice<>(items.stream().map(each).toList(), next);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
