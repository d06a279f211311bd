package kith.advice;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** A second reader said something to whoever wrote an answer. */
public record AnswerCommented(
        QuestionId question, UUID comment, CommunityId community, MemberId to, MemberId by, Instant at) {}
