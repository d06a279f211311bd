package kith.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.notification.Inbox;
import kith.notification.News;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells members what concerns them, in the transaction in which it happens. Whoever follows a topic is told of the first post after what they have read, and
 * of no other until they come again, so that what a reply costs does not grow with those who once followed.
 */
@Component
class Telling {
    private final JdbcClient sql;
    private final Inbox inbox;

    Telling(JdbcClient sql, Inbox inbox) {
        this.sql = sql;
        this.inbox = inbox;
    }

    /** Something that happened in a topic. */
    private record Act(
            TopicId topic,
            CommunityId community,
            UUID about,
            @Nullable MemberId by,
            Instant at) {
        News to(String kind, MemberId who) {
            return new News(kind, who, community.value(), topic.value(), about, by, at);
        }
    }

    @EventListener
    void on(PostPublished said) {
        var act = new Act(said.topic(), said.community(), said.post().value(), said.author(), said.at());
        var named = tell(act, NoticeOfMention.KIND, mentioned(said.post()), who -> true);
        if (!said.opening()) {
            var asked = tell(act, NoticeOfReply.KIND, asker(said.topic()), who -> !named.contains(who));
            tell(
                    act,
                    NoticeOfFollowed.KIND,
                    followers(said.topic(), said.post()),
                    who -> !named.contains(who) && !asked.contains(who));
        }
    }

    @EventListener
    void on(PostEdited edited) {
        author(edited.post())
                .forEach(by -> tell(
                        new Act(
                                edited.topic(),
                                edited.community(),
                                edited.post().value(),
                                by,
                                edited.at()),
                        NoticeOfMention.KIND,
                        mentioned(edited.post()),
                        who -> true));
    }

    @EventListener
    void on(PostThanked thanked) {
        tell(
                new Act(thanked.topic(), thanked.community(), thanked.post().value(), thanked.by(), thanked.at()),
                NoticeOfThanks.KIND,
                author(thanked.post()),
                who -> true);
    }

    @EventListener
    void on(MemberAsked asked) {
        tell(
                new Act(asked.topic(), asked.community(), asked.id(), asked.by(), asked.at()),
                NoticeOfAsk.KIND,
                List.of(asked.to()),
                who -> true);
    }

    @EventListener
    void on(PostNoted noted) {
        tell(noted.topic(), noted.community(), noted.post(), noted.at(), NoticeOfNote.KIND);
    }

    @EventListener
    void on(PostCorrected corrected) {
        tell(corrected.topic(), corrected.community(), corrected.post(), corrected.at(), NoticeOfCorrection.KIND);
    }

    @EventListener
    void on(NoteWished wished) {
        tell(wished.topic(), wished.community(), wished.post(), wished.at(), NoticeOfNoteWish.KIND);
    }

    @EventListener
    void on(PicturesMailed mailed) {
        tell(mailed.topic(), mailed.community(), mailed.post(), mailed.at(), NoticeOfPictures.KIND);
    }

    /** Whoever wrote a post, and not by whom: that is not theirs to know. */
    private void tell(TopicId topic, CommunityId community, PostId post, Instant at, String kind) {
        tell(new Act(topic, community, post.value(), null, at), kind, author(post), who -> true);
    }

    /** What was told of posts goes with them, and of a topic as a whole when all of it does. */
    @EventListener
    void on(PostsMoved moved) {
        inbox.moved(
                moved.from().value(),
                moved.to().value(),
                moved.all() ? null : moved.posts().stream().map(PostId::value).toList());
    }

    private Set<MemberId> tell(Act act, String kind, List<MemberId> wanted, Predicate<MemberId> which) {
        var told = Set.copyOf(reached(act, wanted.stream().filter(which).toList()));
        inbox.tell(told.stream().map(who -> act.to(kind, who)).toList());
        return told;
    }

    /** Those who are members in good standing and have not muted the topic. */
    private List<MemberId> reached(Act act, Collection<MemberId> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : members(
                        """
                                select b.account_id from community.belonging b
                                where b.community_id = :community and b.account_id = any(:wanted::uuid[]) and b.standing = 'ACTIVE' and not exists (
                                    select from conversation.reading r
                                    where r.member_id = b.account_id and r.topic_id = :topic and r.attention = 'MUTED')""",
                        sql -> sql.param("community", act.community().value())
                                .param("topic", act.topic().value())
                                .param(
                                        "wanted",
                                        wanted.stream().map(MemberId::value).toArray(UUID[]::new)));
    }

    private List<MemberId> mentioned(PostId post) {
        return members(
                "select member_id from conversation.mention where post_id = :post",
                sql -> sql.param("post", post.value()));
    }

    private List<MemberId> author(PostId post) {
        return members(
                "select author_id from conversation.post where id = :post and author_id is not null",
                sql -> sql.param("post", post.value()));
    }

    private List<MemberId> asker(TopicId topic) {
        return members(
                "select author_id from conversation.topic where id = :topic and author_id is not null",
                sql -> sql.param("topic", topic.value()));
    }

    private List<MemberId> followers(TopicId topic, PostId post) {
        return members("""
                        select r.member_id from conversation.reading r
                        where r.topic_id = :topic and r.attention = 'FOLLOWED' and r.read_at >= (
                            select b.posted_at from conversation.post n join conversation.post b
                                on b.topic_id = n.topic_id and (b.posted_at, b.id) < (n.posted_at, n.id)
                            where n.id = :post order by b.posted_at desc, b.id desc limit 1)""", sql -> sql.param("topic", topic.value()).param("post", post.value()));
    }

    private List<MemberId> members(
            String statement, java.util.function.UnaryOperator<JdbcClient.StatementSpec> filled) {
        return filled.apply(sql.sql(statement)).query((row, n) -> row.getObject(1, UUID.class)).list().stream()
                .map(MemberId::new)
                .toList();
    }
}
