package kith.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Promise;
import kith.duty.Promises;
import kith.duty.Risk;
import kith.identity.MemberId;
import kith.moderation.Reason;
import kith.moderation.ReportFiled;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Advice about doses or about stopping that could harm somebody is owed a second look soon: by those who host, and by who advises there. It is met by a
 * correction (of another than the one who raised it), by a note that folds the post, by hiding it, or by somebody who looked and found that it is enough.
 */
@Component
class Dangers {
    private final JdbcClient sql;
    private final Duties duties;
    private final Promises promises;
    private final Clock clock;

    Dangers(JdbcClient sql, Duties duties, Promises promises, Clock clock) {
        this.sql = sql;
        this.duties = duties;
        this.promises = promises;
        this.clock = clock;
    }

    static String cause(PostId post) {
        return DangerDuty.KIND + ":" + post;
    }

    /** What a report says of a post may be about doses: then who advises there is asked, too. */
    @EventListener
    void on(ReportFiled filed) {
        if (filed.reason() == Reason.DANGEROUS_ADVICE && filed.kind().equals("post")) {
            open(new PostId(filed.subject()), filed.community(), filed.at());
        }
    }

    @EventListener
    void on(PostHidden hidden) {
        if (!hidden.back()) {
            duties.meet(cause(hidden.post()), null, "hidden");
        }
    }

    @EventListener
    void on(PostNoted noted) {
        duties.meet(cause(noted.post()), null, "folded");
    }

    @EventListener
    void on(PostWithdrawn withdrawn) {
        if (!withdrawn.back()) {
            duties.withdraw(cause(withdrawn.post()), "withdrawn");
        }
    }

    /** A correction meets what waits; one that says that the post could harm asks somebody else to look as well. */
    void corrected(Post post, UUID correction, boolean harms) {
        var place = post.topic().place();
        if (waits(post)) {
            duties.meet(cause(post.id()), place.self(), "/corrections/" + correction);
        } else if (harms) {
            open(post.id(), place.community().id(), clock.instant());
        }
    }

    /** Somebody looked, and what stands there is enough. */
    void calm(Post post) {
        duties.meet(cause(post.id()), post.topic().place().self(), "looked");
    }

    boolean waits(Post post) {
        return duties.find(post.topic().place(), cause(post.id())).isPresent();
    }

    private void open(PostId post, CommunityId community, Instant at) {
        duties.open(new NewDuty(
                community,
                DangerDuty.KIND,
                cause(post),
                Risk.RED,
                null,
                writer(post),
                "/posts/" + post,
                at,
                at.plus(promises.within(community, Promise.DANGEROUS_ADVICE))));
    }

    private @Nullable MemberId writer(PostId post) {
        return sql.sql("select author_id from conversation.post where id = :id and author_id is not null")
                .param("id", post.value())
                .query(UUID.class)
                .optional()
                .map(MemberId::new)
                .orElse(null);
    }
}
