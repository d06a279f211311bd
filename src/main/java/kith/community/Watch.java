package kith.community;

import java.time.Instant;
import java.util.List;
import kith.identity.Card;
import org.jspecify.annotations.Nullable;

/**
 * What members read of the rota: who reads along now and until when, else from when somebody does; {@code planned} false where a community has no rota, so
 * that nothing is said.
 */
public record Watch(
        boolean planned, List<OnCall> now, @Nullable Instant next) {
    public static final Watch NONE = new Watch(false, List.of(), null);

    /** Somebody who is on call; {@code profession} empty for those who host. */
    public record OnCall(Card who, String profession, Instant until) {
        public boolean professional() {
            return !profession.isEmpty();
        }
    }

    /** The one who is there the longest. */
    public OnCall last() {
        return now.stream().max(java.util.Comparator.comparing(OnCall::until)).orElseThrow();
    }

    public boolean anybody() {
        return !now.isEmpty();
    }
}
