package kith.conversation;

import java.util.Optional;

/** With what somebody comes to a composer: the draft that they left there, and whether they have never posted in this community. */
record Begun(Optional<Draft> draft, boolean first) {
    static final Begun NOTHING = new Begun(Optional.empty(), false);

    String field(String name) {
        return draft.map(d -> d.field(name)).orElse("");
    }
}
