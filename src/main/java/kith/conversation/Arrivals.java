package kith.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.Ids;
import kith.page.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations that move in from elsewhere with their history. Bring topics, then posts, then thanks, in batches of some 500 (one transaction and few
 * statements each); every method gives how many of the batch were new. What a community already has under the same key stays as it is, so that a batch can be
 * brought again. Checked by the caller: authors are accounts, sections are the community's, titles have at most 140 characters; what does not refer to
 * anything here is left out and not counted. Markdown is rendered and cleaned here. No events: history is not news.
 */
@Component("conversationArrivals")
public class Arrivals {
    private final JdbcClient sql;
    private final JsonMapper json;
    private final ArrivedVoices voices;

    Arrivals(JdbcClient sql, JsonMapper json, ArrivedVoices voices) {
        this.sql = sql;
        this.json = json;
        this.voices = voices;
    }

    /** Brings topics with their first posts. */
    @Transactional
    public int bringTopicsAsHouse(CommunityId community, List<ArrivingTopic> topics) {
        var brought = run(
                ArrivalRows.TOPICS,
                community,
                topics.stream().map(Arrivals::row).toList());
        posts(
                community,
                topics.stream().map(topic -> row(topic.opening(), true)).toList());
        return brought;
    }

    /** Brings replies, and counts them in their topics. */
    @Transactional
    public int bringPostsAsHouse(CommunityId community, List<ArrivingPost> posts) {
        var brought =
                posts(community, posts.stream().map(post -> row(post, false)).toList());
        if (brought > 0) {
            answer(
                    community,
                    posts.stream().filter(ArrivingPost::answersAnother).toList());
            var topics = posts.stream().map(ArrivingPost::topicKey).distinct().toList();
            sql.sql(ArrivalRows.COUNT)
                    .param("community", community.value())
                    .param("topics", topics)
                    .update();
        }
        return brought;
    }

    private void answer(CommunityId community, List<ArrivingPost> posts) {
        run(
                ArrivalRows.ANSWERS,
                community,
                posts.stream()
                        .map(post -> Map.<String, @Nullable Object>of(
                                "key", post.key(), "answers", Objects.requireNonNull(post.answers())))
                        .toList());
    }

    /** Brings thanks for posts that are here. */
    @Transactional
    public int bringThanksAsHouse(CommunityId community, List<ArrivingThank> thanks) {
        var brought = run(
                ArrivalRows.THANKS,
                community,
                thanks.stream().map(Arrivals::row).toList());
        if (brought > 0) {
            var keys = thanks.stream().map(ArrivingThank::postKey);
            sql.sql(ArrivalRows.HELPED)
                    .param("community", community.value())
                    .param(
                            "posts",
                            keys.flatMap(key -> java.util.stream.Stream.of(key, ArrivingTopic.firstPost(key)))
                                    .distinct()
                                    .toList())
                    .update();
        }
        return brought;
    }

    private int posts(CommunityId community, List<Map<String, @Nullable Object>> rows) {
        var brought = run(ArrivalRows.POSTS, community, rows);
        voices.give(
                community,
                rows.stream()
                        .filter(row -> Boolean.TRUE.equals(row.get("anonymous")))
                        .map(row -> UUID.fromString(String.valueOf(row.get("id"))))
                        .toList());
        return brought;
    }

    private int run(String statement, CommunityId community, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        sql.sql(ArrivalRows.BY_INDEX).query().singleRow();
        return sql.sql(statement)
                .param("community", community.value())
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private static Map<String, @Nullable Object> row(ArrivingTopic topic) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", Ids.next().toString());
        row.put("key", topic.key());
        row.put("section", topic.section().toString());
        row.put("author", topic.author() == null ? null : topic.author().toString());
        row.put("title", Typed.line(topic.title()));
        row.put("note", topic.note().toString());
        row.put("wish", topic.wish() == null ? "" : topic.wish().name());
        row.put("thankful", topic.thankful());
        row.put("opening", Markdown.render(Typed.text(topic.body())).opening(Topics.OPENING));
        row.put("at", topic.at().toString());
        row.put("pinned", topic.pinned());
        row.put("closed", topic.closed());
        return row;
    }

    private static Map<String, @Nullable Object> row(ArrivingPost post, boolean opens) {
        var body = Typed.text(post.body());
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", Ids.next().toString());
        row.put("key", post.key());
        row.put("topic", post.topicKey());
        row.put("author", post.author() == null ? null : post.author().toString());
        row.put("opens", opens);
        row.put("body", body);
        row.put("html", Markdown.render(body).html());
        row.put("renderer", Markdown.VERSION);
        row.put("at", post.at().toString());
        row.put("edited", post.editedAt() == null ? null : post.editedAt().toString());
        row.put("anonymous", post.manner().anonymous());
        row.put("note", Note.of(post.manner().note()).toString());
        row.put("language", post.manner().manner().language());
        row.put("helped", post.manner().helped() && !opens ? post.at().toString() : null);
        row.put("source_text", Typed.line(post.source().text()));
        row.put("source_url", Typed.line(post.source().url()));
        row.put("source_licence", Typed.line(post.source().licence()));
        return row;
    }

    private static Map<String, @Nullable Object> row(ArrivingThank thank) {
        return Map.of(
                "post", thank.postKey(),
                "by", thank.by().toString(),
                "kind", thank.kind().name(),
                "at", thank.at().toString());
    }
}
