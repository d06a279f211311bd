package kith.duty;

import java.time.Instant;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** A duty that was given to somebody went on to the next person in time, because nobody had come to it. */
public record DutyPassed(String cause, CommunityId community, MemberId to, Instant at) {}
