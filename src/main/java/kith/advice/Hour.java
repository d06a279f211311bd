package kith.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.MemberId;

/** An hour with a practitioner, for which members gather questions; {@code reminds}: the viewer is told before it begins. */
public record Hour(
        UUID id,
        Place place,
        MemberId practitioner,
        Card card,
        String title,
        Instant startsAt,
        Instant endsAt,
        int most,
        boolean calledOff,
        boolean reminds) {
    /** So long before it begins: long enough to finish supper, short enough not to forget it again (our assumption, to be measured). */
    static final Duration REMINDED = Duration.ofHours(1);

    /** A question put to it: how many would like to hear the answer, and whether the viewer is one of them. */
    public record Gathered(Question question, int supporters, boolean supported) {}

    public boolean over(Instant now) {
        return !now.isBefore(endsAt);
    }

    public boolean now(Instant now) {
        return !calledOff && !now.isBefore(startsAt) && !over(now);
    }

    /** Whether questions still come in. */
    public boolean open(Instant now) {
        return !calledOff && !over(now);
    }

    /** Whether somebody can still be reminded of it. */
    public boolean reminding(Instant now) {
        return !calledOff && now.isBefore(startsAt.minus(REMINDED));
    }

    public boolean mine() {
        return place.member() && place.viewer().is(practitioner);
    }

    /** Whether the viewer may call it off. */
    public boolean mayEnd(Instant now) {
        return open(now) && place.mayWrite() && (mine() || place.manages());
    }

    public String path() {
        return "/hour/" + id;
    }
}
