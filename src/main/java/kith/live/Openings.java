package kith.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.springframework.stereotype.Component;

/** The first moments of a stream, and all that a visitor gets: what they may hear, and what they missed. */
@Component
class Openings {
    /** Tabs of one browser share a stream; nobody reads more than this many pages at once. */
    private static final int MOST_CHANNELS = 32;

    /** Milliseconds that each stream adds to the time in which they come back: no more than some 250 a second. */
    private static final int SPREAD = 4;

    /** A visitor, who belongs nowhere. */
    private static final MemberId NOBODY = new MemberId(new UUID(0, 0));

    private final Admission admission;
    private final Courier courier;
    private final Streams streams;
    private final Changes changes;
    private final Bookmarks bookmarks;

    Openings(Admission admission, Courier courier, Streams streams, Changes changes, Bookmarks bookmarks) {
        this.admission = admission;
        this.courier = courier;
        this.streams = streams;
        this.changes = changes;
        this.bookmarks = bookmarks;
    }

    /** What a browser wants to follow, what of it its reader may hear, and from which bookmarks on. */
    record Wish(Viewer viewer, Set<Channel> asked, Set<Channel> heard, List<String> after) {
        /** Not there, not theirs, not theirs any more: which of them is never said. */
        Set<Channel> gone() {
            var gone = new HashSet<>(asked);
            gone.removeAll(heard);
            return gone;
        }
    }

    Wish wish(Viewer viewer, List<String> on, List<String> after) {
        var asked = channels(on);
        var heard = new HashSet<>(admission.allowed(viewer.member(), asked));
        heard.add(OwnChannel.of(viewer.member()));
        return new Wish(viewer, asked, heard, after);
    }

    /** What came since a bookmark on channels that the asker may hear, behind a new bookmark. */
    String since(Viewer viewer, List<String> on, String after) {
        var upTo = courier.last();
        var asked = channels(on);
        var who = viewer.confirmed() ? viewer.member() : NOBODY;
        var wish = new Wish(viewer, asked, admission.allowed(who, asked), List.of(after));
        var lines = new ArrayList<>(List.of(bookmarks.of(upTo)));
        wish.gone().forEach(channel -> lines.add("gone " + channel));
        missed(wish, upTo)
                .ifPresentOrElse(
                        missed -> missed.stream().map(Change::text).forEach(lines::add), () -> lines.add("lost"));
        return String.join("\n", lines);
    }

    private static Set<Channel> channels(List<String> on) {
        return on.stream()
                .limit(MOST_CHANNELS)
                .flatMap(text -> channel(text).stream())
                .collect(Collectors.toSet());
    }

    /** Nothing is lost in between: what comes after the admission reaches the line, what came before is read here and goes first. */
    void begin(Wish wish, Line line) {
        var session = Objects.requireNonNull(wish.viewer().session());
        var stream = new Stream(wish.viewer().member(), session, wish.heard(), line);
        line.expect(() -> line.open(first(wish, courier.admit(stream))), () -> streams.remove(stream));
    }

    private byte[] first(Wish wish, long upTo) {
        var out = new ByteArrayOutputStream();
        // Not all at the same moment, should this node go away, and the more there are the longer.
        write(out, "retry: " + ThreadLocalRandom.current().nextInt(1_000, 4_000 + streams.count() * SPREAD) + "\n");
        wish.gone().forEach(channel -> write(out, "data: gone " + channel + "\n\n"));
        missed(wish, upTo)
                .ifPresentOrElse(
                        missed -> missed.forEach(change -> out.writeBytes(change.bytes(bookmarks.of(change.number())))),
                        () -> write(out, "data: lost\n\n"));
        out.writeBytes(bookmarks.line(upTo));
        return out.toByteArray();
    }

    /** What came since the oldest bookmark; empty where one cannot be read any more, or where too much came. */
    private Optional<List<Change>> missed(Wish wish, long upTo) {
        if (wish.after().isEmpty()) {
            return Optional.of(List.of());
        }
        var from = wish.after().stream().map(bookmarks::read).toList();
        return from.stream().allMatch(Optional::isPresent)
                ? Optional.of(changes.between(
                                wish.heard(),
                                from.stream()
                                        .mapToLong(Optional::orElseThrow)
                                        .min()
                                        .orElseThrow(),
                                upTo))
                        .filter(missed -> missed.size() <= Changes.AT_ONCE)
                : Optional.empty();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<Channel> channel(String text) {
        var parts = text.split(":", 2);
        try {
            return parts.length == 2 ? Optional.of(Channel.of(parts[0], UUID.fromString(parts[1]))) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
