package kith.duty;

import kith.community.CommunityId;

/** A duty that somebody held is in nobody's hands: they gave it back, went away with no cover, or left. */
public record DutyFreed(String cause, CommunityId community) {}
