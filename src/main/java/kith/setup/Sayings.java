package kith.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kith.community.CommunityId;
import kith.conversation.Arrivals;
import kith.conversation.ArrivedExtras;
import kith.conversation.ArrivingExtra;
import kith.conversation.ArrivingManner;
import kith.conversation.ArrivingPost;
import kith.conversation.ArrivingThank;
import kith.conversation.ArrivingTopic;
import kith.conversation.Source;
import kith.conversation.Thanks;
import kith.identity.Ids;
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
    private final ArrivedExtras extras;
    private final Arrived arrived;
    private final TransactionTemplate transaction;

    Sayings(Arrivals conversations, ArrivedExtras extras, Arrived arrived, TransactionTemplate transaction) {
        this.conversations = conversations;
        this.extras = extras;
        this.arrived = arrived;
        this.transaction = transaction;
    }

    /** One line, ready to be brought: a topic or a post, its thanks, and what it has beside its words. */
    record Ready(long line, Object saying, List<ArrivingThank> thanks, List<ArrivingExtra> extras) {}

    void bring(CommunityId community, List<Ready> batch, Tally tally) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var fresh = Objects.requireNonNullElse(transaction.execute(status -> write(community, batch, tally)), 0);
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

    private int write(CommunityId community, List<Ready> batch, Tally tally) {
        var topics = of(batch, ArrivingTopic.class);
        var posts = of(batch, ArrivingPost.class);
        var fresh = topics.isEmpty() ? 0 : conversations.bringTopicsAsHouse(community, topics);
        fresh += posts.isEmpty() ? 0 : conversations.bringPostsAsHouse(community, posts);
        conversations.bringThanksAsHouse(
                community,
                batch.stream().flatMap(ready -> ready.thanks().stream()).toList());
        batch.stream().filter(ready -> !ready.extras().isEmpty()).forEach(ready -> extras(community, ready, tally));
        return fresh;
    }

    /** Once for each line, so that a picture that was taken away here does not come back. */
    private void extras(CommunityId community, Ready ready, Tally tally) {
        var key = ready.extras().getFirst().post() + "#extras";
        if (arrived.find(community, key).isEmpty()) {
            var brought = ready.extras().stream()
                    .filter(extra -> extras.bringAsHouse(community, extra))
                    .count();
            if (brought < ready.extras().size()) {
                tally.note(ready.line(), "a picture beside this post could not be read; the post is here without it");
            }
            arrived.keep(community, List.of(new Arrived.Thing(key, "", Ids.next())));
        }
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
                post.replyTo(),
                manner(post, Boolean.TRUE.equals(post.helped())));
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

    static ArrivingManner manner(Moved.Saying saying, boolean helped) {
        return new ArrivingManner(
                Boolean.TRUE.equals(saying.anonymous()),
                Json.limited("note", saying.note(), 200),
                Json.limited("language", saying.language(), 20),
                helped);
    }

    static MemberId member(String key, Map<String, MemberId> members) {
        var member = members.get(key);
        if (member == null) {
            throw new BadLine("there is no member “%s” in this file".formatted(key));
        }
        return member;
    }
}
