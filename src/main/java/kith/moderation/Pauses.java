package kith.moderation;

import static kith.moderation.Rows.at;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.Membership.Standing;
import kith.community.Place;
import kith.community.Standings;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may read and not write for a while, why, and until when; of several pauses the last to end counts. */
@Component
class Pauses {
    private static final int AT_ONCE = 500;

    /** A pause as the one who rests sees it; {@code veiled} when it is from speaking anonymously alone. */
    public record Pause(String words, Instant since, Instant until, boolean veiled) {}

    private record Ended(CommunityId community, MemberId member) {}

    private final JdbcClient sql;
    private final Standings standings;
    private final Clock clock;

    Pauses(JdbcClient sql, Standings standings, Clock clock) {
        this.sql = sql;
        this.standings = standings;
        this.clock = clock;
    }

    /** The viewer's own pause in a place, if they rest now. */
    Optional<Pause> of(Place place) {
        return sql.sql("""
                        select words, since, until, veiled from moderation.pause
                        where member_id = :self and community_id = :community and lifted_at is null
                        order by veiled, until desc limit 1""")
                .param("self", place.self().value())
                .param("community", place.community().id().value())
                .query((row, n) ->
                        new Pause(
                                row.getString("words"),
                                Rows.instant(row, "since"),
                                Rows.instant(row, "until"),
                                row.getBoolean("veiled")))
                .optional();
    }

    /** Where the writer spoke anonymously, it is a pause from that: one from writing could be seen, and would say who it was. */
    void begin(Case file, String words, Instant until) {
        var member = file.about().id();
        if (member == null) {
            return;
        }
        sql.sql("""
                        insert into moderation.pause (id, community_id, member_id, case_id, words, since, until, veiled)
                        values (:id, :community, :member, :file, :words, :since, :until, :veiled)""")
                .param("id", Ids.next())
                .param("community", file.community().value())
                .param("member", member.value())
                .param("file", file.id())
                .param("words", words)
                .param("since", at(clock.instant()))
                .param("until", at(until))
                .param("veiled", file.veiled())
                .update();
        settle(new Ended(file.community(), member));
    }

    void end(Case file) {
        end("case_id = :key", file.id());
    }

    /** Ends, every minute, what has reached its date; nodes that do so at the same time share the rows. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    @Transactional
    public void endWhatIsOver() {
        end(
                "id in (select id from moderation.pause where lifted_at is null and until <= :key order by until limit "
                        + AT_ONCE + " for update skip locked)",
                at(clock.instant()));
    }

    private void end(String which, Object key) {
        sql.sql("update moderation.pause set lifted_at = :now where lifted_at is null and " + which
                        + " returning community_id, member_id")
                .param("now", at(clock.instant()))
                .param("key", key)
                .query((row, n) -> new Ended(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class))))
                .list()
                .forEach(this::settle);
    }

    private void settle(Ended some) {
        var running = sql.sql("""
                        select exists (select from moderation.pause
                            where member_id = :member and community_id = :community and lifted_at is null and not veiled)""")
                .param("member", some.member().value())
                .param("community", some.community().value())
                .query(Boolean.class)
                .single();
        standings.put(some.community(), some.member(), running ? Standing.PAUSED : Standing.ACTIVE);
    }
}
