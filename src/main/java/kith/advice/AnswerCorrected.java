package kith.advice;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** A standing answer was put right; whoever read it before is told. */
public record AnswerCorrected(QuestionId question, CommunityId community, UUID correction, MemberId by, Instant at) {}
