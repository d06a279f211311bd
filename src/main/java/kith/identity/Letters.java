package kith.identity;

/** Implemented by the module that sends mail: takes a letter into the caller's transaction. */
public interface Letters {
    void post(Letter letter);
}
