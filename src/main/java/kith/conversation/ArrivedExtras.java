package kith.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What posts that moved in have beside their words. The caller brings each once: what its writer took away here must not come back. */
@Component
public class ArrivedExtras {
    private final JdbcClient sql;
    private final DrawingRoom room;

    ArrivedExtras(JdbcClient sql, DrawingRoom room) {
        this.sql = sql;
        this.room = room;
    }

    /** The post that it belongs to. */
    private record Standing(UUID id, UUID topic, @Nullable UUID author, Instant at) {}

    /** Brings one; false where its post does not stand here, or its picture cannot be drawn. */
    @Transactional
    public boolean bringAsHouse(CommunityId community, ArrivingExtra extra) {
        return post(community, extra.post())
                .filter(post -> put(community, post, extra))
                .isPresent();
    }

    private boolean put(CommunityId community, Standing post, ArrivingExtra extra) {
        return switch (extra) {
            case ArrivingExtra.Question question -> ask(post, question);
            case ArrivingExtra.Image image -> hang(post, image);
            case ArrivingExtra.Ask ask -> ask(community, post, ask);
        };
    }

    private Optional<Standing> post(CommunityId community, String key) {
        return sql.sql("""
                        select id, topic_id, author_id, posted_at from conversation.post
                        where community_id = :community and external_key in (:key, :opening) and state = 'STANDING'""")
                .param("community", community.value())
                .param("key", key)
                .param("opening", ArrivingTopic.firstPost(key))
                .query((row, n) -> new Standing(
                        row.getObject("id", UUID.class),
                        row.getObject("topic_id", UUID.class),
                        row.getObject("author_id", UUID.class),
                        TopicRows.instant(row, "posted_at")))
                .optional();
    }

    private boolean ask(Standing post, ArrivingExtra.Question question) {
        var poll = UUID.randomUUID();
        sql.sql("""
                        insert into conversation.poll (id, post_id, question, several, shown, closes_at)
                        values (:id, :post, :question, :several, :shown, :closes)""")
                .param("id", poll)
                .param("post", post.id())
                .param("question", Typed.line(question.question()))
                .param("several", question.several())
                .param("shown", question.shown() ? "AFTER_VOTE" : "AT_CLOSE")
                .param("closes", at(question.closes()))
                .update();
        for (var i = 0; i < question.choices().size(); i++) {
            sql.sql("insert into conversation.poll_choice (poll_id, position, label) values (:poll, :position, :label)")
                    .param("poll", poll)
                    .param("position", i)
                    .param("label", Typed.line(question.choices().get(i)))
                    .update();
        }
        question.ballots().forEach(ballot -> cast(poll, ballot));
        furnish(post);
        return true;
    }

    private void cast(UUID poll, ArrivingExtra.Ballot ballot) {
        sql.sql("""
                        insert into conversation.ballot (poll_id, member_id, choices, cast_at) values (:poll, :member, :choices, :at)
                        on conflict do nothing""")
                .param("poll", poll)
                .param("member", ballot.by().value())
                .param("choices", ballot.choices().toArray(Integer[]::new))
                .param("at", at(ballot.at()))
                .update();
    }

    private boolean hang(Standing post, ArrivingExtra.Image image) {
        if (post.author() == null || !(room.draw(image.content()) instanceof DrawingRoom.Result.Drawn drawn)) {
            return false;
        }
        var where = new PictureRows.Where(new MemberId(post.author()), null, new PostId(post.id()));
        PictureRows.insert(sql, where, Typed.line(image.alt()), drawn.picture(), post.at());
        furnish(post);
        return true;
    }

    private boolean ask(CommunityId community, Standing post, ArrivingExtra.Ask ask) {
        sql.sql("""
                        insert into conversation.ask (id, topic_id, community_id, member_id, asked_by, asked_at)
                        values (:id, :topic, :community, :who, :by, :at)""")
                .param("id", Ids.next())
                .param("topic", post.topic())
                .param("community", community.value())
                .param("who", ask.who().value())
                .param("by", ask.by().value())
                .param("at", at(ask.at()))
                .update();
        return true;
    }

    private void furnish(Standing post) {
        sql.sql("update conversation.topic set furnished = true where id = :topic and not furnished")
                .param("topic", post.topic())
                .update();
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
