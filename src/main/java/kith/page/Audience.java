package kith.page;

/** Who may knock at a route at all; what they find behind it is decided by the collection that they ask. */
public enum Audience {
    /** Anybody, signed in or not. */
    EVERYONE,
    /** Whoever has a session, their e-mail confirmed or not. */
    SIGNED_IN,
    /** Whoever has a session and a confirmed e-mail address. */
    MEMBERS,
    /** The operator of the house. */
    OPERATOR
}
