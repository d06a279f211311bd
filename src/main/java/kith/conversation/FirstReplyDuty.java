package kith.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import kith.duty.Promise;
import kith.duty.Risk;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.stereotype.Component;

/** Somebody's first topic that waits for an answer, on the round of the hosts. */
@Component
class FirstReplyDuty implements DutyKind {
    private final Topics topics;
    private final Posts posts;
    private final Voices voices;
    private final Doubts doubts;
    private final Limits limits;

    FirstReplyDuty(Topics topics, Posts posts, Voices voices, Doubts doubts, Limits limits) {
        this.topics = topics;
        this.posts = posts;
        this.voices = voices;
        this.doubts = doubts;
        this.limits = limits;
    }

    @Override
    public String kind() {
        return FirstReplies.KIND;
    }

    @Override
    public String title() {
        return "conversation.kind.first";
    }

    @Override
    public boolean serves(Place place) {
        return place.hosts();
    }

    /** Our guess (a): reading, and two kind sentences. */
    @Override
    public int minutes() {
        return 4;
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var byTopic =
                duties.stream().collect(Collectors.toMap(FirstReplyDuty::topic, Function.identity(), (a, b) -> a));
        return topics.some(place, List.copyOf(byTopic.keySet())).stream()
                .filter(topic -> !topic.title().isEmpty())
                .collect(Collectors.toMap(
                        topic -> java.util.Objects.requireNonNull(byTopic.get(topic.id()))
                                .id(),
                        FirstReplyDuty::row));
    }

    @Override
    public Optional<Promise> promise(Risk risk) {
        return Optional.of(Promise.FIRST_REPLY);
    }

    @Override
    public Optional<String> here() {
        return Optional.of("conversation.first-reply.here");
    }

    /** A reply under one's own name; what asks its writer back is answered on the topic's page. */
    @Override
    public Refusals act(Place place, Duty duty, String words) {
        var topic = topics.find(place.viewer(), topic(duty));
        return switch (topic.reply(words, Note.NONE, Speaking.NAMED, Rules.REPLY)) {
            case Outcome.Refused<Reply> refused -> refused.why();
            case Outcome.Published<Reply> published -> publish(topic, published.work(), words);
        };
    }

    private Refusals publish(Topic topic, Reply reply, String words) {
        var form = new RepliesController.ReplyForm(words, "", "", "", "", "");
        if (!doubts.about(topic, form, voices.desk(topic).as("")).isEmpty()) {
            return Refusals.of(Refusal.of("conversation.first-reply.look"));
        }
        limits.take(Limit.POST, topic.place().self());
        posts.add(reply);
        return Refusals.NONE;
    }

    private static Row row(Topic topic) {
        return new Row(
                topic.author().card(),
                topic.title(),
                topic.author().anonymous() ? "conversation.first-reply.waits" : "conversation.first-reply.why",
                topic.path(),
                "conversation.first-reply.act");
    }

    private static TopicId topic(Duty duty) {
        return new TopicId(UUID.fromString(duty.about().substring(duty.about().lastIndexOf('/') + 1)));
    }
}
