package kith.conversation;

import java.time.Instant;
import kith.identity.MemberId;

/** A thanks that moves in from elsewhere, for the post named {@code postKey} there, or for the opening of the topic of that name. */
public record ArrivingThank(String postKey, MemberId by, Thanks.Kind kind, Instant at) {}
