package kith.identity;

/** How far somebody came who asked to be let in. */
sealed interface Entrance {
    /** They are who they say. */
    record In(MemberId who) implements Entrance {}

    /** They are asked for a code first; {@code secret} holds their place. */
    record Second(String secret) implements Entrance {}

    /** The operator suspended the account: they may read why, and take their data with {@code secret}. */
    record KeptOut(String reason, String secret) implements Entrance {}

    /** Nothing that we would let anybody in with, which is never said more precisely. */
    record Wrong() implements Entrance {}
}
