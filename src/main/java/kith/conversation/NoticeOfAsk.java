package kith.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** A host asked one by name to look into a topic. */
@Component
class NoticeOfAsk implements NoticeKind {
    static final String KIND = "conversation.asked";

    private final Glimpses glimpses;
    private final Asks asks;
    private final Phrases phrases;

    NoticeOfAsk(Glimpses glimpses, Asks asks, Phrases phrases) {
        this.glimpses = glimpses;
        this.asks = asks;
        this.phrases = phrases;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.CONCERNS_ME;
    }

    @Override
    public Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> abouts) {
        return abouts.isEmpty()
                ? Map.of()
                : glimpses.viewerAsHouse(reader)
                        .map(viewer -> words(viewer, abouts))
                        .orElse(Map.of());
    }

    private Map<UUID, NoticeWords> words(Viewer viewer, Collection<UUID> abouts) {
        var asked = asks.to(viewer.member(), abouts);
        var topics = glimpses.topics(
                viewer, asked.stream().map(one -> one.topic().value()).toList());
        var words = new HashMap<UUID, NoticeWords>();
        for (var one : asked) {
            var topic = topics.get(one.topic());
            if (topic != null && !topic.title().isEmpty()) {
                words.put(one.ask().id(), say(viewer, one.ask().by().name(), topic));
            }
        }
        return words;
    }

    private NoticeWords say(Viewer viewer, String who, Topic topic) {
        var line = phrases.say(viewer.locale(), phrase() + ".line", who, topic.title());
        return new NoticeWords(line, topic.path(), who, "", "");
    }
}
