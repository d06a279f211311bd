package kith.advice;

import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** An hour is not held after all. */
record HourCalledOff(UUID hour, CommunityId community, MemberId by) {}
