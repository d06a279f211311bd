package kith.conversation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What lies ready for somebody who writes: their anonymous voice in this topic (null where they have none yet), until when they rest from speaking so, what lets
 * them speak as a practitioner (null for most), as whom they speak now, and what they may want to look at once more before it is posted.
 */
public record Desk(
        @Nullable Guise guise,
        @Nullable Instant restsUntil,
        @Nullable Badge badge,
        As as,
        List<Doubt> doubts) {
    static final Desk NONE = new Desk(null, null, null, As.NAME, List.of());

    public Desk {
        doubts = List.copyOf(doubts);
    }

    /** The same, with what a form says. */
    Desk as(String word) {
        return new Desk(guise, restsUntil, badge, As.of(word, as), doubts);
    }

    Desk with(List<Doubt> found) {
        return new Desk(guise, restsUntil, badge, as, found);
    }

    Speaking speaking() {
        return new Speaking(as, restsUntil != null, badge != null);
    }

    /** What the button that posts it all the same sends. */
    public String sure() {
        return doubts.stream().map(Doubt::sign).collect(Collectors.joining(","));
    }
}
