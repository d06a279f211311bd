package kith.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What writers took back: hidden at once, theirs to bring back for a month, then emptied. */
@Component
class Withdrawals {
    private final JdbcClient sql;
    private final Topics topics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Withdrawals(JdbcClient sql, Topics topics, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.topics = topics;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void add(Post post) {
        if (post.mayEdit() && turn(post, "STANDING", "WITHDRAWN", "now()")) {
            tell(post, true);
        }
    }

    @Transactional
    void remove(Post post) {
        if (post.mayBringBack() && turn(post, "WITHDRAWN", "STANDING", "null")) {
            tell(post, false);
        }
    }

    private boolean turn(Post post, String from, String to, String withdrawnAt) {
        return sql.sql("update conversation.post set state = :to, withdrawn_at = " + withdrawnAt
                                + " where id = :id and state = :from")
                        .param("to", to)
                        .param("from", from)
                        .param("id", post.id().value())
                        .update()
                == 1;
    }

    private void tell(Post post, boolean withdrawn) {
        topics.recount(post.topic().id());
        var community = post.topic().place().community().id();
        events.publishEvent(new PostWithdrawn(post.id(), post.topic().id(), community, clock.instant(), !withdrawn));
    }

    /** Empties what its writer can no longer bring back; returns how many posts. */
    @Transactional
    int emptyAsHouse(Instant now) {
        return sql.sql("""
                        with emptied as (
                            update conversation.post set state = 'EMPTIED', body = '', html = '', content_note = '', note_asked_at = null, source_text = '', source_url = '', source_licence = ''
                            where state = 'WITHDRAWN' and withdrawn_at < :before returning topic_id, opens),
                        untitled as (
                            update conversation.topic set title = '', opening = '', content_note = '' where id in (select topic_id from emptied where opens))
                        select count(*) from emptied""")
                .param(
                        "before",
                        now.minus(Post.UNDO).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Safe on every node at once: a row is emptied by whoever comes first. */
    @Scheduled(cron = "0 17 3 * * *")
    void emptyEveryNight() {
        emptyAsHouse(clock.instant());
    }
}
