package kith.advice;

import java.util.UUID;
import kith.community.CommunityId;

/** A question was put to an hour, or somebody would like to hear one: its page is not as it was. */
record HourTurned(UUID hour, CommunityId community) {}
