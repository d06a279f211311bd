package kith.notification;

/** How near a kind of news is to its reader; what a member did not choose otherwise follows from it. */
public enum Reach {
    /** Said to them or about what they wrote: by mail, too, unless they wish otherwise. */
    CONCERNS_ME(Way.AT_ONCE),
    /** In something that they follow: in the house. */
    FOLLOWED(Way.HOUSE),
    /** Anything in their community: only where they ask for it. */
    COMMUNITY(Way.NONE);

    private final Way usual;

    Reach(Way usual) {
        this.usual = usual;
    }

    Way usual() {
        return usual;
    }
}
