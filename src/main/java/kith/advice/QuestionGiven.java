package kith.advice;

import java.time.Instant;
import java.util.UUID;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** A question was given to a practitioner, by routing ({@code by} null) or by somebody's hand. */
public record QuestionGiven(
        UUID question,
        UUID community,
        MemberId to,
        @Nullable MemberId by,
        Instant at) {}
