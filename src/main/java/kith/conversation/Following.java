package kith.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a topic's page knows about its reader: how far they had read, and which posts those on the page answer. */
public record Following(
        Bookmark bookmark,
        @Nullable PostId firstNew,
        boolean newElsewhere,
        Map<PostId, Post> answered,
        List<Asks.Ask> asked) {
    public Following {
        answered = Map.copyOf(answered);
        asked = List.copyOf(asked);
    }

    static Following of(Topic topic, Stretch stretch, Bookmark bookmark, List<Post> elsewhere, List<Asks.Ask> asked) {
        var first = stretch.posts().stream()
                .filter(post -> bookmark.known() && bookmark.before(post) && !post.mine())
                .findFirst()
                .map(Post::id)
                .orElse(null);
        return new Following(
                bookmark,
                first,
                first == null && bookmark.known() && topic.activeAt().isAfter(bookmark.at()),
                Stream.concat(stretch.posts().stream(), elsewhere.stream())
                        .collect(Collectors.toMap(Post::id, post -> post, (a, b) -> a)),
                asked);
    }

    /** The posts that are answered here and not shown here. */
    static List<PostId> missing(Stretch stretch) {
        var here = stretch.posts().stream().map(Post::id).collect(Collectors.toSet());
        return stretch.posts().stream()
                .map(post -> post.manner().answers())
                .filter(Objects::nonNull)
                .filter(id -> !here.contains(id))
                .distinct()
                .toList();
    }

    /** The post that a post answers, where that is worth saying: it stands, and is not the one just above or the topic's first. */
    public @Nullable Post answeredBy(Post post) {
        var to = post.manner().answers() == null
                ? null
                : answered.get(post.manner().answers());
        return to == null || !to.standing() || to.opens() || !post.standing() ? null : to;
    }

    public boolean startsAt(Post post) {
        return post.id().equals(firstNew);
    }
}
