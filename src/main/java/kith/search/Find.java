package kith.search;

import java.util.List;
import java.util.UUID;
import kith.conversation.Post;
import kith.library.FoundArticles;
import org.jspecify.annotations.Nullable;

/** One result: a post in its topic or an article, as its own module shows it to this reader, with the place where it says what was asked. */
public record Find(@Nullable Post post, FoundArticles.@Nullable Found article, List<Piece> snippet) {
    /** A stretch of a snippet, {@code hit} where it is what was asked for. */
    public record Piece(String text, boolean hit) {}

    static Find of(Post post) {
        return new Find(post, null, List.of());
    }

    static Find of(FoundArticles.Found article) {
        return new Find(null, article, List.of());
    }

    Find with(List<Piece> pieces) {
        return new Find(post, article, pieces);
    }

    UUID id() {
        return post != null ? post.id().value() : article != null ? article.id().value() : new UUID(0, 0);
    }

    /** The words from which a snippet may be cut; empty where a content note stands before them. */
    String words() {
        return post != null
                ? post.topic().contentNote().isEmpty() ? post.body() : ""
                : article != null ? article.body() : "";
    }

    /** Its title, empty where the topic's was taken back. */
    public String title() {
        return post != null ? post.topic().title() : article != null ? article.title() : "";
    }

    public String path() {
        return post != null ? post.opens() ? post.topic().path() : post.path() : article != null ? article.path() : "/";
    }

    /** The content note that stands before its words. */
    public String note() {
        return post == null ? "" : post.topic().contentNote();
    }
}
