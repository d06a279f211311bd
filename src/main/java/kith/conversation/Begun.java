package kith.conversation;

import java.util.Optional;

/** With what somebody comes to a composer: the draft that they left there, whether they have never posted in this community, and what lies ready for them. */
record Begun(Optional<Draft> draft, boolean first, Desk ready) {
    static final Begun NOTHING = new Begun(Optional.empty(), false, Desk.NONE);

    /** What lies ready, with what the draft says. */
    Desk desk() {
        return ready.as(field("as"));
    }

    String field(String name) {
        return draft.map(d -> d.field(name)).orElse("");
    }
}
