package kith.conversation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a topic's page shows beside words: the pictures of its posts, those that the reader's own draft brought so far, polls, what hosts moved, and what was put right. */
public record Extras(
        Map<PostId, List<Picture>> pictures,
        List<Picture> begun,
        Map<PostId, Poll> polls,
        List<Move> moves,
        Map<PostId, List<Correction>> corrections) {
    static final Extras NONE = new Extras(Map.of(), List.of(), Map.of(), List.of(), Map.of());

    public Extras {
        pictures = Map.copyOf(pictures);
        begun = List.copyOf(begun);
        polls = Map.copyOf(polls);
        moves = List.copyOf(moves);
        corrections = Map.copyOf(corrections);
    }

    public @Nullable Poll poll(Post post) {
        return polls.get(post.id());
    }

    /** What was put right beside a post. */
    public List<Correction> right(Post post) {
        return corrections.getOrDefault(post.id(), List.of());
    }

    public List<Picture> of(Post post) {
        return pictures.getOrDefault(post.id(), List.of());
    }
}
