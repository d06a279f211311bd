package kith.identity;

import java.util.Optional;

/** Implemented by the module that knows whether somebody may sign up without an invitation; where nobody implements it, nobody may. */
public interface SignUpPolicy {
    boolean open();

    /** The least age that the house asks for. */
    default int age() {
        return 16;
    }

    /** An invitation that lets somebody sign up: the address it was sent to ({@code ""}: anybody's), and the path where they go on from there. */
    record Welcome(String email, String onward) {}

    /** What a secret that a newcomer holds opens to them, where it is an invitation to some part of the house. */
    default Optional<Welcome> welcome(String secret) {
        return Optional.empty();
    }
}
