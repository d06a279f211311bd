package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import kith.community.CommunityId;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Promise;
import kith.duty.Promises;
import kith.duty.Risk;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody's first topic in a community is owed an answer: a reply by somebody else meets it, and it is owed no more where the topic is taken back or closed.
 * Every anonymous topic is owed one and none of them counts as a first: a duty says nothing of who is behind a voice.
 */
@Component
class FirstReplies {
    static final String KIND = "first-reply";

    private final JdbcClient sql;
    private final Duties duties;
    private final Promises promises;

    FirstReplies(JdbcClient sql, Duties duties, Promises promises) {
        this.sql = sql;
        this.duties = duties;
        this.promises = promises;
    }

    /** A topic that waits, and whose. */
    private record Waiting(TopicId topic, CommunityId community, MemberId author, Instant opened) {}

    static String cause(TopicId topic) {
        return KIND + ":" + topic;
    }

    @EventListener
    void on(TopicOpened opened) {
        if (opened.firstByAuthor() || anonymous(opened.post())) {
            open(new Waiting(opened.topic(), opened.community(), opened.author(), opened.at()), opened.at());
        }
    }

    @EventListener
    void on(PostPublished said) {
        if (said.firstReply()) {
            duties.meet(cause(said.topic()), anonymous(said.post()) ? null : said.author(), "/posts/" + said.post());
        }
    }

    @EventListener
    void on(PostWithdrawn withdrawn) {
        turn(withdrawn.topic(), withdrawn.post(), withdrawn.back(), withdrawn.at(), "withdrawn");
    }

    @EventListener
    void on(PostHidden hidden) {
        turn(hidden.topic(), hidden.post(), hidden.back(), hidden.at(), "hidden");
    }

    @EventListener
    void on(TopicClosed closed) {
        turn(closed.topic(), null, closed.back(), closed.at(), "closed");
    }

    /** Where an answer went, or came from, decides anew what is owed; the time begins with the move. */
    @EventListener
    void on(PostsMoved moved) {
        again(moved.from(), moved.at());
        again(moved.to(), moved.at());
    }

    private void again(TopicId topic, Instant at) {
        waiting(topic, null)
                .ifPresentOrElse(
                        left -> open(new Waiting(topic, left.community(), left.author(), at), at),
                        () -> duties.withdraw(cause(topic), "moved"));
    }

    /** Opens what first topics of a demonstration house were owed, and ends what their first answers met, when those were. */
    void rememberAsHouse(CommunityId community) {
        sql.sql(LivedRows.FIRSTS)
                .param("community", community.value())
                .query((row, n) -> {
                    remember(waiting(row), row);
                    return true;
                })
                .list();
    }

    private void remember(Waiting topic, ResultSet row) throws SQLException {
        open(topic, topic.opened());
        var answer = row.getObject("answer", UUID.class);
        if (answer != null) {
            var by = row.getBoolean("anonymous") ? null : row.getObject("by_id", UUID.class);
            duties.metAsHouse(
                    cause(topic.topic()),
                    by == null ? null : new MemberId(by),
                    "/posts/" + answer,
                    TopicRows.instant(row, "posted_at"));
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new TopicId(row.getObject("id", UUID.class)),
                new CommunityId(row.getObject("community_id", UUID.class)),
                new MemberId(row.getObject("author_id", UUID.class)),
                TopicRows.instant(row, "opened_at"));
    }

    /** The writers of these topics are gone: nobody waits any more. */
    void forget(MemberId author) {
        sql.sql(
                        "select id from conversation.topic where author_id = :author and (answered_at is null or reply_count = 0)")
                .param("author", author.value())
                .query(UUID.class)
                .list()
                .forEach(topic -> duties.withdraw(cause(new TopicId(topic)), "erased"));
    }

    /** What happens to a topic's opening, or to all of it, ends what is owed; where it comes back unanswered, it is owed again. */
    private void turn(TopicId topic, @Nullable PostId post, boolean back, Instant at, String act) {
        if (back) {
            waiting(topic, post).ifPresent(again -> open(again, at));
        } else if (post == null || opens(post)) {
            duties.withdraw(cause(topic), act);
        }
    }

    private void open(Waiting topic, Instant since) {
        var due = promises.due(topic.community(), Promise.FIRST_REPLY, topic.opened());
        duties.open(new NewDuty(
                topic.community(),
                KIND,
                cause(topic.topic()),
                Risk.ROUTINE,
                topic.author(),
                topic.author(),
                "/topics/" + topic.topic(),
                since,
                due));
    }

    private boolean opens(PostId post) {
        return says(post, "opens");
    }

    private boolean anonymous(PostId post) {
        return says(post, "anonymous");
    }

    private boolean says(PostId post, String column) {
        return sql.sql("select " + column + " from conversation.post where id = :post")
                .param("post", post.value())
                .query(Boolean.class)
                .single();
    }

    private java.util.Optional<Waiting> waiting(TopicId topic, @Nullable PostId post) {
        return sql.sql("""
                        select t.id, t.community_id, t.author_id, t.opened_at from conversation.topic t
                        where t.id = :topic and t.author_id is not null and t.answered_at is null and t.closed_at is null
                          and t.merged_into is null and not t.withdrawn and not t.hidden
                          and (t.anonymous or not exists (select from conversation.topic o
                              where o.author_id = t.author_id and not o.anonymous and o.community_id = t.community_id and o.opened_at < t.opened_at))
                          and (cast(:post as uuid) is null or exists (select from conversation.post p where p.id = :post and p.opens))""")
                .param("topic", topic.value())
                .param("post", post == null ? null : post.value(), java.sql.Types.OTHER)
                .query((row, n) -> new Waiting(
                        topic,
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new MemberId(row.getObject("author_id", UUID.class)),
                        row.getObject("opened_at", OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant()))
                .optional();
    }
}
