package kith.live;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kith.identity.MemberId;
import org.springframework.stereotype.Component;

/** The streams that are open on this node, by what they hear. */
@Component
class Streams {
    /** Browsers of one member: each has one stream for all of its tabs, and one a tab where it is old. */
    static final int MOST_OF_A_MEMBER = 12;
    /** Leaves connections for pages: Tomcat takes 8,192 at once. */
    static final int MOST = 7_000;

    private final Map<Channel, Set<Stream>> listening = new ConcurrentHashMap<>();
    private final Set<Stream> all = ConcurrentHashMap.newKeySet();

    void add(Stream stream) {
        all.add(stream);
        stream.channels()
                .forEach(channel -> listening.compute(channel, (c, streams) -> {
                    var those = streams == null ? ConcurrentHashMap.<Stream>newKeySet(1) : streams;
                    those.add(stream);
                    return those;
                }));
    }

    void remove(Stream stream) {
        all.remove(stream);
        stream.channels()
                .forEach(channel -> listening.computeIfPresent(channel, (c, streams) -> {
                    streams.remove(stream);
                    return streams.isEmpty() ? null : streams;
                }));
    }

    int count() {
        return all.size();
    }

    boolean any() {
        return !all.isEmpty();
    }

    boolean any(Channel channel) {
        return listening.containsKey(channel);
    }

    /** Whether there is a place for one more of this member. */
    boolean room(MemberId who) {
        return all.size() < MOST
                && listening.getOrDefault(OwnChannel.of(who), Set.of()).size() < MOST_OF_A_MEMBER;
    }

    List<Stream> all() {
        return List.copyOf(all);
    }

    /** Those who hear any of these channels. */
    Collection<Stream> on(Collection<Channel> channels) {
        var some = new LinkedHashSet<Stream>();
        channels.forEach(channel -> some.addAll(listening.getOrDefault(channel, Set.of())));
        return some;
    }
}
