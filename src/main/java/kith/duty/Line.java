package kith.duty;

import java.time.Duration;
import java.time.Instant;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** One line of a round: a duty, what its row shows, how the reader stands to it now, whether it is theirs alone, and the key of the box in which it can be done at once, or null. */
public record Line(
        Duty duty,
        DutyKind.Row row,
        MemberId self,
        Instant now,
        boolean personal,
        @Nullable String here) {
    private static final int DAY = 24 * 60;

    public boolean mine() {
        return duty.holder(now).filter(self::equals).isPresent();
    }

    public boolean theirs() {
        return duty.holder(now).isPresent() && !mine();
    }

    /** A word from whom handed it over, for whom it was handed to. */
    public @Nullable String note() {
        return duty.plan().note() == null || theirs()
                ? null
                : duty.plan().note().words();
    }

    public boolean late() {
        return duty.late(now);
    }

    /** The key of the phrase that says how much time is left, whose place {@link #amount} fills. */
    public String left() {
        var minutes = minutes();
        return late()
                ? "duty.late"
                : minutes < 60 ? "duty.left.minutes" : minutes < 2 * DAY ? "duty.left.hours" : "duty.left.days";
    }

    public long amount() {
        var minutes = minutes();
        return minutes < 60 ? minutes : minutes < 2 * DAY ? minutes / 60 : minutes / DAY;
    }

    /** For how many hours somebody waits. */
    public long waited() {
        return Math.max(0, Duration.between(duty.opened(), now).toHours());
    }

    /** The style of the line's edge: by risk, never by alarm. */
    public String tone() {
        return switch (duty.risk()) {
            case CRISIS, RED -> "now";
            case AMBER, ROUTINE -> "soon";
            case KIND -> "kind";
        };
    }

    private long minutes() {
        return Math.max(0, Duration.between(now, duty.due()).toMinutes());
    }
}
