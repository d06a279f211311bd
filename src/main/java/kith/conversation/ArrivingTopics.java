package kith.conversation;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kith.community.CommunityId;
import kith.community.SectionId;
import kith.identity.MemberId;
import kith.page.Markdown;
import kith.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door by which whole conversations arrive from elsewhere with their history; they tell nobody that they came, because they were not said just now. */
@Component
public class ArrivingTopics {
    /** What somebody said elsewhere: {@code key} names it for good in its community, {@code author} is a member or a voice, {@code editedAt} may be null. */
    public record Said(
            PostId id, String key, MemberId author, String body, Words words, Instant at, @Nullable Instant editedAt, Source source) {}

    /** A topic and the post that opens it. */
    public record Opening(
            TopicId id, SectionId section, String title, String contentNote, boolean pinned, boolean closed, Said said) {}

    /** A reply in a topic that has arrived. */
    public record Answer(TopicId topic, Said said) {}

    /** Thanks for a post that has arrived; {@code kind} is a word of {@link #thanks}. */
    public record Given(PostId post, MemberId by, String kind, Instant at) {}

    public static final int LONGEST_TITLE = Rule.LONGEST_TITLE;
    public static final int LONGEST_BODY = Rule.LONGEST_BODY;

    private final JdbcClient sql;

    ArrivingTopics(JdbcClient sql) {
        this.sql = sql;
    }

    /** The words for the four kinds of thanks. */
    public static List<String> thanks() {
        return java.util.Arrays.stream(Thanks.Kind.values()).map(Thanks.Kind::word).toList();
    }

    public static TopicId nextTopic() {
        return TopicId.next();
    }

    public static PostId nextPost() {
        return PostId.next();
    }

    @Transactional
    public void openAsHouse(CommunityId community, List<Opening> all) {
        sql.sql("""
                        insert into conversation.topic (id, community_id, section_id, author_id, title, opening, content_note, opened_at, active_at,
                            pinned, closed_at, external_key)
                        select a.id, :community, a.section, a.author, a.title, a.opening, a.note, a.at, a.at, a.pinned,
                               case when a.closed then a.at end, a.key
                        from unnest(:ids::uuid[], :sections::uuid[], :authors::uuid[], :titles::text[], :openings::text[], :notes::text[],
                                    :at::timestamptz[], :pinned::boolean[], :closed::boolean[], :keys::text[])
                            as a (id, section, author, title, opening, note, at, pinned, closed, key)
                        """)
                .param("community", community.value())
                .param("ids", column(all, o -> o.id().toString()))
                .param("sections", column(all, o -> o.section().toString()))
                .param("authors", column(all, o -> o.said().author().toString()))
                .param("titles", column(all, Opening::title))
                .param("openings", column(all, o -> o.said().words().opening(Topics.OPENING)))
                .param("notes", column(all, Opening::contentNote))
                .param("at", column(all, o -> o.said().at().toString()))
                .param("pinned", column(all, o -> String.valueOf(o.pinned())))
                .param("closed", column(all, o -> String.valueOf(o.closed())))
                .param("keys", column(all, o -> o.said().key()))
                .update();
        insert(community, true, all.stream().map(o -> new Answer(o.id(), o.said())).toList());
    }

    @Transactional
    public void answerAsHouse(CommunityId community, List<Answer> all) {
        insert(community, false, all);
        sql.sql("""
                        update conversation.topic t
                        set reply_count = reply_count + a.replies, active_at = greatest(active_at, a.latest),
                            closed_at = case when closed_at is not null then greatest(closed_at, a.latest) end,
                            answered_at = least(answered_at, (
                                select min(p.posted_at) from conversation.post p
                                where p.id = any(:posts::uuid[]) and p.topic_id = t.id and p.author_id is distinct from t.author_id))
                        from (select topic_id, count(*) as replies, max(posted_at) as latest
                              from conversation.post where id = any(:posts::uuid[]) group by topic_id) a
                        where t.id = a.topic_id
                        """)
                .param("posts", column(all, answer -> answer.said().id().toString()))
                .update();
    }

    @Transactional
    public void thankAsHouse(List<Given> all) {
        sql.sql("""
                        insert into conversation.thanks (post_id, member_id, kind, given_at)
                        select * from unnest(:posts::uuid[], :members::uuid[], :kinds::text[], :at::timestamptz[])
                        on conflict do nothing
                        """)
                .param("posts", column(all, given -> given.post().toString()))
                .param("members", column(all, given -> given.by().toString()))
                .param("kinds", column(all, given -> given.kind().toUpperCase(java.util.Locale.ROOT)))
                .param("at", column(all, given -> given.at().toString()))
                .update();
    }

    private void insert(CommunityId community, boolean opens, List<Answer> all) {
        sql.sql("""
                        insert into conversation.post (id, topic_id, community_id, author_id, opens, body, html, renderer, posted_at, version, edited_at,
                            source_text, source_url, source_licence, external_key)
                        select a.id, a.topic, :community, a.author, :opens, a.body, a.html, :renderer, a.at,
                               1, a.edited, a.source, a.url, a.licence, a.key
                        from unnest(:ids::uuid[], :topics::uuid[], :authors::uuid[], :bodies::text[], :htmls::text[], :at::timestamptz[],
                                    :edited::timestamptz[], :sources::text[], :urls::text[], :licences::text[], :keys::text[])
                            as a (id, topic, author, body, html, at, edited, source, url, licence, key)
                        """)
                .param("community", community.value())
                .param("opens", opens)
                .param("renderer", Markdown.VERSION)
                .param("ids", column(all, a -> a.said().id().toString()))
                .param("topics", column(all, a -> a.topic().toString()))
                .param("authors", column(all, a -> a.said().author().toString()))
                .param("bodies", column(all, a -> a.said().body()))
                .param("htmls", column(all, a -> a.said().words().html()))
                .param("at", column(all, a -> a.said().at().toString()))
                .param("edited", column(all, a -> a.said().editedAt() == null ? null : String.valueOf(a.said().editedAt())))
                .param("sources", column(all, a -> a.said().source().text()))
                .param("urls", column(all, a -> a.said().source().url()))
                .param("licences", column(all, a -> a.said().source().licence()))
                .param("keys", column(all, a -> a.said().key()))
                .update();
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
