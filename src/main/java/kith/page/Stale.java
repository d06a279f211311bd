package kith.page;

/** Somebody changed a thing since the asker loaded it (409); {@code fresh} is the path of the current version. */
public final class Stale extends RuntimeException {
    private final String fresh;

    public Stale(String fresh) {
        super("stale", null, false, false);
        this.fresh = fresh;
    }

    public String fresh() {
        return fresh;
    }
}
