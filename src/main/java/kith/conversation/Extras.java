package kith.conversation;

import java.util.List;
import java.util.Map;

/** What a topic's page shows beside words: the pictures of its posts, those that the reader's own draft brought so far, and what hosts moved. */
public record Extras(Map<PostId, List<Picture>> pictures, List<Picture> begun, List<Move> moves) {
    static final Extras NONE = new Extras(Map.of(), List.of(), List.of());

    public Extras {
        pictures = Map.copyOf(pictures);
        begun = List.copyOf(begun);
        moves = List.copyOf(moves);
    }

    public List<Picture> of(Post post) {
        return pictures.getOrDefault(post.id(), List.of());
    }
}
