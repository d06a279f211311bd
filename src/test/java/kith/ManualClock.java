package kith;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until somebody moves it on. */
public final class ManualClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-02T09:00:00Z");

    public void set(String at) {
        now = Instant.parse(at);
    }

    public void set(Instant at) {
        now = at;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
