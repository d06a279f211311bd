package kith.advice;

import java.time.Instant;
import java.util.Optional;
import kith.community.Place;
import kith.community.Role;
import kith.duty.Duty;
import kith.identity.Card;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A question as one viewer stands to it: {@code asker} is nobody where it was asked anonymously and is not the viewer's own; {@code duty} is what is owed for it
 * while it waits, and says who holds it.
 */
public record Question(
        QuestionId id,
        Place place,
        Section section,
        Card asker,
        boolean mine,
        boolean anonymous,
        boolean closed,
        String title,
        String body,
        String html,
        String language,
        String source,
        Instant askedAt,
        Instant waitsSince,
        Instant dueAt,
        State state,
        @Nullable Instant answeredAt,
        @Nullable Instant endsAt,
        boolean helped,
        @Nullable Duty duty) {
    /** How far it has come. */
    public enum State {
        ASKED,
        ANSWERED,
        ENDED,
        WITHDRAWN
    }

    /** Where it belongs. */
    public record Section(String slug, String name) {}

    /** What others can read of who asked: nobody's name where it was asked anonymously. */
    public boolean veiled() {
        return anonymous && !mine;
    }

    Optional<MemberId> holder(Instant now) {
        return Optional.ofNullable(duty).flatMap(owed -> owed.holder(now));
    }

    public boolean heldBy(MemberId who, Instant now) {
        return holder(now).filter(who::equals).isPresent();
    }

    public boolean waits() {
        return state == State.ASKED;
    }

    public boolean late(Instant now) {
        return waits() && now.isAfter(dueAt);
    }

    /** Whether the viewer is here to answer: a practitioner in good standing whose own question it is not. */
    public boolean answerable() {
        return !mine && waits() && advises(place);
    }

    /** Whether its asker may ask on: until it ends. */
    public boolean mayAskOn() {
        return mine && state == State.ANSWERED && place.mayWrite();
    }

    static boolean advises(Place place) {
        var membership = place.membership();
        return place.mayWrite() && membership != null && membership.role() == Role.PRACTITIONER;
    }

    public String path() {
        return "/question/" + id;
    }
}
