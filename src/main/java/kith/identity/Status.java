package kith.identity;

/** How an account stands to the house. */
public enum Status {
    /** Signed up, e-mail address not confirmed yet. */
    UNCONFIRMED,
    ACTIVE,
    /** Kept out by the operator; may read why and take their data. */
    SUSPENDED,
    /** Gone by their own wish; the row stays so that the id is never reused. */
    ERASED
}
