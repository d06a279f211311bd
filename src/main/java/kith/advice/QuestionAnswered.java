package kith.advice;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;

/** An answer went out; {@code closed}: between its asker and whoever answered. */
public record QuestionAnswered(QuestionId question, UUID answer, CommunityId community, boolean closed, Instant at) {}
