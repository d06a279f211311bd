package kith.bench;

/** One thing to be measured: its name in the table, and how one browser asks for it. */
interface Measure {
    String name();

    /** How many browsers ask at once, of so many at most. */
    default int browsers(int most) {
        return most;
    }

    /** How one browser asks for it, over its own connection. */
    Load.Asking open() throws java.io.IOException;
}
