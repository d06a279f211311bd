package kith.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a topic that one page shows: posts in their order, and the posts next to its ends, null where the topic begins or ends. */
public record Stretch(
        List<Post> posts,
        @Nullable PostId earlier,
        @Nullable PostId later) {
    public Stretch {
        posts = List.copyOf(posts);
    }

    /** From a list that was read onward and asked for one more than {@code size}. */
    static Stretch onward(List<Post> read, int size, boolean fromStart) {
        var more = read.size() > size;
        var shown = more ? read.subList(0, size) : read;
        return new Stretch(
                shown,
                fromStart || shown.isEmpty() ? null : shown.getFirst().id(),
                more ? shown.getLast().id() : null);
    }

    /** From a list that was read backward and asked for one more than {@code size}. */
    static Stretch backward(List<Post> read, int size, boolean fromEnd) {
        var more = read.size() > size;
        var shown = (more ? read.subList(0, size) : read).reversed();
        return new Stretch(
                shown,
                more ? shown.getFirst().id() : null,
                fromEnd || shown.isEmpty() ? null : shown.getLast().id());
    }

    /** This part and the one that follows it. */
    Stretch and(Stretch following) {
        var all = new java.util.ArrayList<>(posts);
        all.addAll(following.posts);
        return new Stretch(all, posts.isEmpty() ? null : earlier, following.later);
    }
}
