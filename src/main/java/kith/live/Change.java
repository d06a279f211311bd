package kith.live;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** That something is not as it was: {@code number} is its place in the order in which the house tells of changes. */
record Change(long number, Channel channel, String kind, UUID about) {
    /** As it goes down a stream, the same for everybody. */
    byte[] bytes(String bookmark) {
        return "id: %s\ndata: %s\n\n".formatted(bookmark, text()).getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return channel + " " + kind + " " + about;
    }
}
