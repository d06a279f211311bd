package kith.advice;

import java.time.Instant;
import kith.community.CommunityId;

/** A question waits for an answer: for the first time, or because its asker asked on. */
public record QuestionAsked(QuestionId question, CommunityId community, boolean again, Instant at) {}
