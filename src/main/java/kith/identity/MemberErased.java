package kith.identity;

/** A member is gone; published in the transaction of the erasure, after every module removed what it kept. */
public record MemberErased(MemberId who) {}
