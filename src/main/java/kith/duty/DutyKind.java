package kith.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.page.NotHere;
import kith.page.Refusals;

/** Implemented by the module that opens duties of one kind: whose round they are on, and what their rows say. */
public interface DutyKind {
    /** What one row shows: who it is about, what in their words, the key of why it is here, and the path and key of the one next act. */
    record Row(Card who, String what, String why, String path, String act) {}

    /** The name under which it opens duties, such as {@code report}. */
    String kind();

    /** The key of what several of them are called together. */
    String title();

    /** Whether such duties are on the round of this person in this place. */
    boolean serves(Place place);

    /** Whether what somebody was given stays theirs alone, however long it takes, because nobody else can do it. */
    default boolean personal() {
        return false;
    }

    /** Whether one of them may be given to a person in this place now: narrower than whose round they are on where somebody is full. */
    default boolean takes(Place place, Duty duty) {
        return serves(place);
    }

    /** Who is given one to which nobody has come in time; {@code usual} is whoever was named, covers for them, or is on call. */
    default Optional<MemberId> next(Duty duty, Instant now, Supplier<Optional<MemberId>> usual) {
        return usual.get();
    }

    /** How long one takes, in minutes, as measured or as guessed. */
    int minutes();

    /** The rows of some duties; one that is missing is not shown, because its viewer may not see it. */
    Map<DutyId, Row> rows(Place place, List<Duty> duties);

    /** The key of the label of a box in which such a duty can be done in the row itself, or nothing where it needs its page. */
    default Optional<String> here() {
        return Optional.empty();
    }

    /** Does it with what was typed there, or says why not. */
    default Refusals act(Place place, Duty duty, String words) {
        throw new NotHere();
    }

    /** Which promise of the community such a duty keeps. */
    default Optional<Promise> promise(Risk risk) {
        return Optional.empty();
    }
}
