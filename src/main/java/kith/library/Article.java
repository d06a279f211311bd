package kith.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import kith.community.Place;
import kith.community.Role;
import kith.identity.Card;

/** One article as a viewer reads it in their community's library. */
record Article(
        ArticleId id,
        Place place,
        String title,
        String focus,
        String focusKey,
        String body,
        String html,
        Origin origin,
        Card writer,
        Instant writtenAt,
        Review review,
        int version) {
    /** Whether somebody may write and change articles: managers and practitioners in good standing. */
    static boolean mayWrite(Place place) {
        var membership = place.membership();
        return place.mayWrite() && membership != null && (place.manages() || membership.role() == Role.PRACTITIONER);
    }

    boolean mayChange() {
        return mayWrite(place);
    }

    String path() {
        return "/articles/" + id;
    }

    boolean due() {
        return review.isDue(LocalDate.now(ZoneOffset.UTC));
    }
}
