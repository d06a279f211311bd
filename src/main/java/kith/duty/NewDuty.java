package kith.duty;

import java.time.Instant;
import kith.community.CommunityId;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A duty to open: {@code kind} as its {@link DutyKind} says it, {@code cause} such as {@code report:post/…}, {@code about} the path where it is done,
 * {@code since} when its cause happened, {@code barred} somebody who may neither hold nor see it because it is about them.
 */
public record NewDuty(
        CommunityId community,
        String kind,
        String cause,
        Risk risk,
        @Nullable MemberId owedTo,
        @Nullable MemberId barred,
        String about,
        Instant since,
        Instant due) {}
