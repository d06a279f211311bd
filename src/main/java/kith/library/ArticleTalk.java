package kith.library;

import java.time.Instant;
import java.util.List;
import kith.community.Place;

/** Implemented by a module that knows where people talk about an article. */
public interface ArticleTalk {
    /** A conversation that links to an article, as the reader may see it. */
    record Talk(String title, String path, Instant at, int replies) {}

    /** The newest conversations that link to an article which its reader was shown, at most a handful. */
    List<Talk> about(Place place, ArticleId article);
}
