package kith.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kith.community.CommunityId;
import kith.conversation.Arrivals;
import kith.conversation.ArrivingPost;
import kith.conversation.ArrivingThank;
import kith.conversation.ArrivingTopic;
import kith.conversation.Source;
import kith.conversation.Thanks;
import kith.identity.MemberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings topics and posts with their thanks, some hundred at a time; a batch that the database does not take is brought line by line. */
@Component
class Sayings {
    private static final Logger LOG = LoggerFactory.getLogger(Sayings.class);
    private final Arrivals conversations;
    private final TransactionTemplate transaction;

    Sayings(Arrivals conversations, TransactionTemplate transaction) {
        this.conversations = conversations;
        this.transaction = transaction;
    }

    /** One line, ready to be brought: a topic or a post, and its thanks. */
    record Ready(long line, Object saying, List<ArrivingThank> thanks) {}

    void bring(CommunityId community, List<Ready> batch, Tally tally) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var fresh = Objects.requireNonNullElse(transaction.execute(status -> write(community, batch)), 0);
            tally.fresh(fresh);
            tally.unchanged(batch.size() - fresh);
        } catch (DataAccessException e) {
            LOG.debug("a batch was not kept", e);
            if (batch.size() == 1) {
                tally.refuse(batch.getFirst().line(), "the database did not take it");
            } else {
                batch.forEach(one -> bring(community, List.of(one), tally));
            }
        }
    }

    private int write(CommunityId community, List<Ready> batch) {
        var topics = of(batch, ArrivingTopic.class);
        var posts = of(batch, ArrivingPost.class);
        var fresh = topics.isEmpty() ? 0 : conversations.bringTopicsAsHouse(community, topics);
        fresh += posts.isEmpty() ? 0 : conversations.bringPostsAsHouse(community, posts);
        conversations.bringThanksAsHouse(
                community,
                batch.stream().flatMap(ready -> ready.thanks().stream()).toList());
        return fresh;
    }

    private static <T> List<T> of(List<Ready> batch, Class<T> type) {
        return batch.stream()
                .map(Ready::saying)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static ArrivingPost post(Moved.Post post, Guests guests, Map<String, MemberId> members) {
        return new ArrivingPost(
                post.key(),
                post.topic(),
                member(post.author(), members),
                post.body(),
                guests.at("created", post.created()),
                guests.maybe("edited", post.edited()),
                Source.OWN,
                post.replyTo());
    }

    static List<ArrivingThank> thanks(Moved.Saying saying, Guests guests, Map<String, MemberId> members) {
        var all = new ArrayList<ArrivingThank>();
        for (var thanks : saying.thanked()) {
            all.add(new ArrivingThank(
                    saying.key(),
                    member(thanks.by(), members),
                    Thanks.Kind.valueOf(thanks.kind().toUpperCase(java.util.Locale.ROOT)),
                    guests.at("at", thanks.at())));
        }
        return all;
    }

    static MemberId member(String key, Map<String, MemberId> members) {
        var member = members.get(key);
        if (member == null) {
            throw new BadLine("there is no member “%s” in this file".formatted(key));
        }
        return member;
    }
}
