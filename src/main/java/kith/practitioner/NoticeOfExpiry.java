package kith.practitioner;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import kith.page.Times;
import org.springframework.stereotype.Component;

/** One's own credential runs out within a month; it says nothing once it is renewed or ended. */
@Component
class NoticeOfExpiry implements NoticeKind {
    static final String KIND = "practitioner.expiry";

    private final Credentials credentials;
    private final Reading reading;
    private final Phrases phrases;
    private final Clock clock;

    NoticeOfExpiry(Credentials credentials, Reading reading, Phrases phrases, Clock clock) {
        this.credentials = credentials;
        this.reading = reading;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** What it is about: a credential and the day on which it runs out, as one id. */
    static UUID about(Credential credential) {
        return UUID.nameUUIDFromBytes(Expiries.cause(credential).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.CONCERNS_ME;
    }

    private String line(Viewer viewer, Credential own) {
        var day = new Times(phrases, viewer.locale(), viewer.zone(), clock.instant()).date(own.ends());
        return phrases.say(viewer.locale(), phrase() + ".line", day);
    }

    @Override
    public Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> abouts) {
        var words = new LinkedHashMap<UUID, NoticeWords>();
        reading.places(reader)
                .forEach((community, place) -> credentials
                        .ofAsHouse(community, reader)
                        .filter(own -> abouts.contains(about(own)))
                        .ifPresent(own -> words.put(
                                about(own),
                                new NoticeWords(
                                        line(place.viewer(), own), place.path("applications") + "/new", "", "", ""))));
        return words;
    }
}
