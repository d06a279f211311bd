package kith.advice;

import kith.community.CommunityId;

/** A question ended, was taken in hand or passed on: how it stands is not as it was. */
public record QuestionTurned(QuestionId question, CommunityId community) {}
