package kith.duty;

import kith.identity.MemberId;

/** Into whose hands a duty may be given. */
interface Hands {
    /** Whether it is on the round of this member now: a member here whom it is not about and who, unless they alone can do it, is not away. */
    boolean may(Duty duty, MemberId who);

    /** Whether nobody else can do it, so that it stays in the hands it was given into. */
    default boolean personal(Duty duty) {
        return false;
    }
}
