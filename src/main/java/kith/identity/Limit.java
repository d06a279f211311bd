package kith.identity;

import java.time.Duration;

/** Every limit of the house in one table: how often at once ({@code capacity}), and how long until all of it is there again ({@code refill}). */
public enum Limit {
    SIGN_IN_ADDRESS(10, Duration.ofMinutes(15), "password tries for one e-mail address"),
    SIGN_IN_CLIENT(60, Duration.ofMinutes(15), "password tries from one network address"),
    SECOND_STEP(6, Duration.ofMinutes(15), "codes tried for one account"),
    PASSKEY_CLIENT(120, Duration.ofMinutes(15), "passkey tries from one network address"),
    LINK_ADDRESS(5, Duration.ofHours(1), "mails with a link asked for one e-mail address"),
    LINK_CLIENT(30, Duration.ofHours(1), "mails with a link asked from one network address"),
    REDEEM_CLIENT(120, Duration.ofHours(1), "links from mails opened from one network address"),
    SIGN_UP_CLIENT(20, Duration.ofHours(1), "sign-ups from one network address"),
    ACCOUNT_CHANGE(30, Duration.ofHours(1), "changes of sign-in and contact of one account"),
    EXPORT(6, Duration.ofHours(1), "exports of one account"),
    INVITATION(60, Duration.ofDays(1), "invitations by one account"),
    JOIN(20, Duration.ofHours(1), "joinings and requests of one account"),
    POST(40, Duration.ofMinutes(10), "topics and posts of one account"),
    ANSWER_MAIL(10, Duration.ofDays(1), "mails to one account about answers that were not taken"),
    DRAFT(600, Duration.ofMinutes(10), "drafts kept for one account"),
    THANKS(200, Duration.ofMinutes(10), "thanks of one account"),
    NOTE_WISH(20, Duration.ofDays(1), "content notes asked for by one account"),
    PREVIEW(120, Duration.ofMinutes(10), "previews of one account"),
    REPORT(20, Duration.ofHours(1), "reports of one account"),
    SEARCH(60, Duration.ofMinutes(5), "searches of one account"),
    LIVE(300, Duration.ofMinutes(10), "streams of live pages opened by one account"),
    LIVE_CLIENT(600, Duration.ofMinutes(10), "looks for news of visitors' pages from one network address"),
    SIMILAR(120, Duration.ofMinutes(10), "looks for topics like a new title of one account"),
    UPLOAD(12, Duration.ofHours(1), "pictures uploaded by one account"),
    PICTURE(40, Duration.ofDays(1), "pictures brought to posts by one account");

    private final int capacity;
    private final Duration refill;
    private final String counts;

    Limit(int capacity, Duration refill, String counts) {
        this.capacity = capacity;
        this.refill = refill;
        this.counts = counts;
    }

    public int capacity() {
        return capacity;
    }

    public Duration refill() {
        return refill;
    }

    /** The phrase of what is counted. */
    String key() {
        return "identity.limit." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What is counted, in words. */
    public String counts() {
        return counts;
    }
}
