package kith.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person asking. Everything in the house is reached through one: {@code id} is null for somebody who is not signed in, {@code session} is the id of their
 * session and {@code provedAt} when they last proved in it who they are.
 */
public record Viewer(
        @Nullable MemberId id,
        Status status,
        boolean operator,
        Card card,
        Locale locale,
        ZoneId zone,
        @Nullable UUID session,
        @Nullable Instant provedAt) {

    public static Viewer anonymous(Locale locale) {
        return anonymous(locale, ZoneOffset.UTC);
    }

    static Viewer anonymous(Locale locale, ZoneId zone) {
        return new Viewer(null, Status.UNCONFIRMED, false, Card.NOBODY, locale, zone, null, null);
    }

    public boolean signedIn() {
        return id != null;
    }

    public boolean confirmed() {
        return id != null && status == Status.ACTIVE;
    }

    /** Their id, where the route's audience made sure that they are signed in. */
    public MemberId member() {
        return Objects.requireNonNull(id, "nobody is signed in");
    }

    public boolean is(@Nullable MemberId other) {
        return id != null && id.equals(other);
    }
}
