package kith.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.conversation.FoundPosts;
import kith.conversation.Post;
import kith.conversation.PostFurther;
import kith.conversation.PostId;
import kith.library.ArticleId;
import kith.library.ArticleTalk;
import kith.library.FoundArticles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What articles and conversations of a community say of each other, both ways. */
@Component
class ArticleLinks implements ArticleTalk, PostFurther {
    private static final int MOST = 5;
    private static final Pattern ARTICLE =
            Pattern.compile("/articles/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    private final JdbcClient sql;
    private final FoundPosts posts;
    private final FoundArticles articles;

    ArticleLinks(JdbcClient sql, FoundPosts posts, FoundArticles articles) {
        this.sql = sql;
        this.posts = posts;
        this.articles = articles;
    }

    @Override
    public List<Talk> about(Place place, ArticleId article) {
        var ids = sql.sql("""
                        select post_id from search.link where article_id = :article and community_id = :community order by at desc limit 20
                        """)
                .param("article", article.value())
                .param("community", place.community().id().value())
                .query((row, n) -> row.getObject("post_id", UUID.class))
                .list();
        var talks = new LinkedHashMap<UUID, Talk>();
        posts.of(place, ids).stream()
                .filter(post -> !post.topic().title().isEmpty())
                .sorted(java.util.Comparator.comparing(Post::at).reversed())
                .forEach(post -> talks.putIfAbsent(
                        post.topic().id().value(),
                        new Talk(
                                post.topic().title(),
                                post.path(),
                                post.at(),
                                post.topic().replies())));
        return talks.values().stream().limit(MOST).toList();
    }

    /** Asks the database only where a post has an address like that of an article. */
    @Override
    public Map<PostId, List<Way>> ways(Place place, Collection<Post> posts) {
        var linked = new HashMap<PostId, List<UUID>>();
        for (var post : posts) {
            var ids = ARTICLE.matcher(post.body())
                    .results()
                    .map(found -> UUID.fromString(found.group(1)))
                    .distinct()
                    .limit(MOST)
                    .toList();
            if (!ids.isEmpty()) {
                linked.put(post.id(), ids);
            }
        }
        return linked.isEmpty() ? Map.of() : ways(place, linked);
    }

    private Map<PostId, List<Way>> ways(Place place, Map<PostId, List<UUID>> linked) {
        var known = articles
                .of(
                        place,
                        linked.values().stream()
                                .flatMap(List::stream)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(found -> found.id().value(), found -> new Way(found.title(), found.path())));
        var ways = new HashMap<PostId, List<Way>>();
        linked.forEach((post, ids) -> {
            var here = ids.stream().filter(known::containsKey).map(known::get).toList();
            if (!here.isEmpty()) {
                ways.put(post, here);
            }
        });
        return ways;
    }
}
