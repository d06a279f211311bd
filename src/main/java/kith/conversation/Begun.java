package kith.conversation;

import java.util.Optional;

/**
 * With what somebody comes to a composer: the draft that they left there, whether they have never posted in this community, what lies ready for them, and how
 * far they had read the topic that it is in.
 */
record Begun(Optional<Draft> draft, boolean first, Desk ready, Bookmark bookmark) {
    static final Begun NOTHING = new Begun(Optional.empty(), false, Desk.NONE, Bookmark.NONE);

    /** What lies ready, with what the draft says. */
    Desk desk() {
        return ready.as(field("as"));
    }

    String field(String name) {
        return draft.map(d -> d.field(name)).orElse("");
    }
}
