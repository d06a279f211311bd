package kith.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.identity.MemberId;
import kith.identity.OpenSessions;
import org.springframework.stereotype.Component;

/** Who may hear what at this moment: one question about sessions and one about each noun, for all who are asked about together. */
@Component
class Admission {
    private final OpenSessions sessions;
    private final Map<String, LivePart> parts;

    Admission(OpenSessions sessions, List<LivePart> parts) {
        this.sessions = sessions;
        this.parts = parts.stream().collect(Collectors.toMap(LivePart::noun, Function.identity()));
    }

    /** Those of the channels that somebody may hear. */
    Set<Channel> allowed(MemberId who, Collection<Channel> asked) {
        var heard = heard(asked.stream().map(channel -> new Wish(who, channel)).toList());
        return heard.stream().map(Wish::channel).collect(Collectors.toSet());
    }

    /** The streams whose session is over, or who may not hear any more all that they hear. */
    Set<Stream> refused(Collection<Stream> streams) {
        if (streams.isEmpty()) {
            return Set.of();
        }
        var open =
                sessions.standingAsHouse(streams.stream().map(Stream::session).collect(Collectors.toSet()));
        var heard = heard(streams.stream()
                .flatMap(stream -> stream.channels().stream().map(channel -> new Wish(stream.who(), channel)))
                .distinct()
                .toList());
        return streams.stream()
                .filter(stream -> !open.contains(stream.session()) || !hearsAll(stream, heard))
                .collect(Collectors.toSet());
    }

    private static boolean hearsAll(Stream stream, Set<Wish> heard) {
        return stream.channels().stream().allMatch(channel -> heard.contains(new Wish(stream.who(), channel)));
    }

    private record Wish(MemberId who, Channel channel) {
        Ear ear() {
            return new Ear(who, channel.key());
        }
    }

    private Set<Wish> heard(Collection<Wish> wishes) {
        var heard = new HashSet<Wish>();
        var byNoun = new HashMap<String, List<Ear>>();
        wishes.forEach(wish -> byNoun.computeIfAbsent(wish.channel().noun(), noun -> new java.util.ArrayList<>())
                .add(wish.ear()));
        byNoun.forEach((noun, ears) -> {
            if (parts.containsKey(noun)) {
                parts.get(noun)
                        .hearing(ears)
                        .forEach(ear -> heard.add(new Wish(ear.who(), Channel.of(noun, ear.key()))));
            }
        });
        return heard;
    }
}
