package kith.conversation;

import java.util.UUID;
import kith.identity.MemberId;

/** A member answered a poll or took that back; {@code shown} when the numbers that others may see are told again. */
record PollAnswered(UUID poll, TopicId topic, MemberId by, boolean shown) {}
