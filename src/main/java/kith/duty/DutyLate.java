package kith.duty;

import java.time.Instant;
import kith.community.CommunityId;

/** A duty is open after its time; told once. */
public record DutyLate(DutyId duty, CommunityId community, String kind, String cause, Instant due) {}
