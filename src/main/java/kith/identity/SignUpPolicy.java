package kith.identity;

/** Implemented by the module that knows whether somebody may sign up without an invitation; where nobody implements it, nobody may. */
public interface SignUpPolicy {
    boolean open();

    /** The least age that the house asks for. */
    default int age() {
        return 16;
    }
}
