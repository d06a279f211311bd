package kith.conversation;

import java.util.List;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.live.Channel;
import kith.live.Feed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, in the transaction of each act, what is not as it was on pages that show a topic or list it. Never who did it. */
@Component
class LiveTopics {
    private final Feed feed;

    LiveTopics(Feed feed) {
        this.feed = feed;
    }

    @EventListener
    void on(PostPublished it) {
        tell(it.topic(), "post.new", it.post().value());
        list(it.community(), "row.new", it.topic());
    }

    @EventListener
    void on(PostEdited it) {
        tell(it.topic(), "post", it.post().value());
        list(it.community(), "row", it.topic());
    }

    @EventListener
    void on(PostWithdrawn it) {
        turned(it.topic(), it.post(), it.community());
    }

    @EventListener
    void on(PostHidden it) {
        turned(it.topic(), it.post(), it.community());
    }

    @EventListener
    void on(PostThanked it) {
        tell(it.topic(), "post", it.post().value());
    }

    @EventListener
    void on(TopicTurned it) {
        tell(it.topic(), "topic", it.topic().value());
        list(it.community(), "row", it.topic());
    }

    @EventListener
    void on(CompanyChanged it) {
        tell(it.topic(), "company", it.topic().value());
    }

    @EventListener
    void on(ThanksTakenBack it) {
        tell(it.topic(), "post", it.post().value());
    }

    @EventListener
    void on(PostsMoved it) {
        for (var topic : List.of(it.from(), it.to())) {
            tell(topic, "all", topic.value());
            list(it.community(), "row", topic);
        }
    }

    @EventListener
    void on(PostTurned it) {
        turned(it.topic(), it.post(), it.community());
    }

    @EventListener
    void on(PollAnswered it) {
        if (it.shown()) {
            tell(it.topic(), "poll", it.poll());
        } else {
            own(it.by(), "poll", it.poll());
        }
    }

    @EventListener
    void on(NoteAsked it) {
        own(it.writer(), "post", it.post().value());
    }

    private void own(MemberId who, String kind, UUID about) {
        feed.publish(Channel.of("member", who.value()), kind, about);
    }

    private void turned(TopicId topic, PostId post, CommunityId community) {
        tell(topic, "post", post.value());
        list(community, "row", topic);
    }

    private void tell(TopicId topic, String kind, UUID about) {
        feed.publish(Channel.of("topic", topic.value()), kind, about);
    }

    private void list(CommunityId community, String kind, TopicId topic) {
        feed.publish(Channel.of("community", community.value()), kind, topic.value());
    }
}
