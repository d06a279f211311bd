package kith.identity;

/** The operator suspended an account: its sessions are over. */
public record MemberSuspended(MemberId who) {}
