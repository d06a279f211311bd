package kith.practitioner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** Somebody asks to speak as a practitioner, and how far that has come. */
public record Application(
        UUID id,
        CommunityId community,
        Card who,
        Wanted wanted,
        State state,
        Instant sent,
        String reason,
        @Nullable UUID evidence,
        List<Checking> checkings) {
    /** Where it stands. */
    public enum State {
        WAITING,
        /** Checked by one, to be confirmed by another. */
        CHECKED,
        APPROVED,
        REFUSED,
        WITHDRAWN;

        public boolean open() {
            return this == WAITING || this == CHECKED;
        }
    }

    /** What somebody did to make sure: {@code way} is a key such as {@code register}. */
    public record Checking(Card who, String kind, String way, String words, Instant at) {}

    public Application {
        checkings = List.copyOf(checkings);
    }

    MemberId applicant() {
        return Optional.ofNullable(who.id()).orElseThrow();
    }

    public boolean of(Place place) {
        return place.viewer().is(who.id());
    }

    /** A manager makes sure, never of themselves. */
    public boolean checkableBy(Place place) {
        return place.manages() && !of(place) && state == State.WAITING;
    }

    /** A second host confirms: neither the applicant nor the one who checked. */
    public boolean confirmableBy(Place place) {
        return place.hosts()
                && !of(place)
                && state == State.CHECKED
                && checkings.stream()
                        .noneMatch(checking -> place.viewer().is(checking.who().id()));
    }

    public boolean refusableBy(Place place) {
        return place.hosts() && !of(place) && (state == State.WAITING && place.manages() || confirmableBy(place));
    }

    /** Those who make sure see what shows it, as long as it is open; and who brought it. */
    public boolean evidenceFor(Place place) {
        return checkableBy(place) || confirmableBy(place) || of(place) && state.open();
    }
}
