package kith.duty;

import java.time.Instant;
import kith.community.CommunityId;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A duty to open: {@code kind} as its {@link DutyKind} says it, {@code cause} such as {@code report:post/…}, {@code about} the path where it is done,
 * {@code since} when its cause happened, {@code barred} somebody who may neither hold nor see it because it is about them, {@code next} who is told before it
 * is late, or null for whoever is on call then.
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
        Instant due,
        @Nullable MemberId next) {
    public NewDuty(
            CommunityId community,
            String kind,
            String cause,
            Risk risk,
            @Nullable MemberId owedTo,
            @Nullable MemberId barred,
            String about,
            Instant since,
            Instant due) {
        this(community, kind, cause, risk, owedTo, barred, about, since, due, null);
    }
}
