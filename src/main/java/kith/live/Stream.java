package kith.live;

import java.util.Set;
import java.util.UUID;
import kith.identity.MemberId;

/** One browser of one member that hears some channels, as long as its session lasts. Two are never equal. */
final class Stream {
    private final MemberId who;
    private final UUID session;
    private final Set<Channel> channels;
    private final Line line;

    Stream(MemberId who, UUID session, Set<Channel> channels, Line line) {
        this.who = who;
        this.session = session;
        this.channels = Set.copyOf(channels);
        this.line = line;
    }

    MemberId who() {
        return who;
    }

    UUID session() {
        return session;
    }

    Set<Channel> channels() {
        return channels;
    }

    void send(byte[] event) {
        line.send(event);
    }

    void end() {
        line.end();
    }
}
