package kith.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import org.springframework.stereotype.Component;

/** Somebody's first topic that waits for an answer, on the round of the hosts. */
@Component
class FirstReplyDuty implements DutyKind {
    private final Topics topics;

    FirstReplyDuty(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String kind() {
        return FirstReplies.KIND;
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
