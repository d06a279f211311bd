package kith.conversation;

import java.util.List;
import java.util.Map;

/** What a topic's page shows beside words: the pictures of its posts, and those that the reader's own draft brought so far. */
public record Extras(Map<PostId, List<Picture>> pictures, List<Picture> begun) {
    static final Extras NONE = new Extras(Map.of(), List.of());

    public Extras {
        pictures = Map.copyOf(pictures);
        begun = List.copyOf(begun);
    }

    public List<Picture> of(Post post) {
        return pictures.getOrDefault(post.id(), List.of());
    }
}
