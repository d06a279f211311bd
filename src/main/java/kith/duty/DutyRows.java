package kith.duty;

import static kith.duty.DutyRow.at;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Duties in their table. */
@Component
class DutyRows {
    private final JdbcClient sql;

    DutyRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Duty> open(String cause, CommunityId community) {
        return sql.sql("select * from duty.duty where cause = :cause and outcome is null and community_id = :community")
                .param("cause", cause)
                .param("community", community.value())
                .query((row, n) -> DutyRow.read(row))
                .optional();
    }

    List<Duty> some(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select * from duty.duty where id in (:ids) and outcome is null")
                        .param("ids", ids)
                        .query((row, n) -> DutyRow.read(row))
                        .list();
    }

    /** Read for a change: of two who try at the same time one waits for the other and then sees what they did. */
    Optional<Duty> locked(DutyId id) {
        return lock("id = :key", id.value()).stream().findFirst();
    }

    Optional<Duty> locked(String cause) {
        return lock("cause = :key and outcome is null", cause).stream().findFirst();
    }

    List<Duty> parts(DutyId whole) {
        return lock("part_of = :key and outcome is null order by id", whole.value());
    }

    private List<Duty> lock(String where, Object key) {
        return sql.sql("select * from duty.duty where " + where + " for update")
                .param("key", key)
                .query((row, n) -> DutyRow.read(row))
                .list();
    }

    /** What somebody holds in a community, to be changed. */
    List<Duty> heldBy(CommunityId community, MemberId who) {
        return sql.sql("""
                        select * from duty.duty where community_id = :community and holder = :who and outcome is null order by id for update""")
                .param("community", community.value())
                .param("who", who.value())
                .query((row, n) -> DutyRow.read(row))
                .list();
    }

    /** The causes of what each holds. */
    Map<MemberId, List<String>> held(CommunityId community, Collection<String> kinds, Instant now) {
        var held = new HashMap<MemberId, List<String>>();
        sql.sql("""
                        select holder, cause from duty.duty
                        where community_id = :community and kind in (:kinds) and outcome is null and holder is not null and claim_until > :now""")
                .param("community", community.value())
                .param("kinds", kinds)
                .param("now", at(now))
                .query(row -> {
                    held.computeIfAbsent(new MemberId(row.getObject("holder", UUID.class)), who -> new ArrayList<>())
                            .add(row.getString("cause"));
                });
        return held;
    }

    /** What has reached its next stage; rows that another node has in its hands are left to it. */
    List<Duty> staged(Instant now, int most) {
        return sql.sql("""
                        select * from duty.duty where stage_at <= :now and outcome is null
                        order by stage_at limit :most for update skip locked""")
                .param("now", at(now))
                .param("most", most)
                .query((row, n) -> DutyRow.read(row))
                .list();
    }

    Optional<String> name(CommunityId community) {
        return sql.sql("select name from community.called where id = :id")
                .param("id", community.value())
                .query(String.class)
                .optional();
    }

    int insert(Duty duty) {
        return values(duty, """
                        insert into duty.duty (id, community_id, kind, cause, risk, owed_to, barred, about, opened_at, due_at,
                            holder, claim_until, routed, next, note, note_by, part_of, told, stage_at)
                        select :id, :community, :kind, :cause, :risk, :owed, :barred, :about, :opened, :due,
                            :holder, :until, :routed, :next, :note, :noter, :part, :told, :stage
                        where not exists (
                            select from duty.duty where cause = :cause and outcome is not null and ended_at >= :opened)
                        on conflict (cause) where outcome is null do nothing""")
                .param("community", duty.community().value())
                .param("kind", duty.kind())
                .param("cause", duty.cause())
                .param("owed", DutyRow.id(duty.owedTo()), Types.OTHER)
                .param("barred", DutyRow.id(duty.barred()), Types.OTHER)
                .param("about", duty.about())
                .param(
                        "part",
                        duty.plan().partOf() == null
                                ? null
                                : duty.plan().partOf().value(),
                        Types.OTHER)
                .update();
    }

    void save(Duty duty) {
        var end = duty.end();
        values(duty, """
                        update duty.duty set risk = :risk, opened_at = :opened, due_at = :due, holder = :holder, claim_until = :until, routed = :routed,
                            next = :next, note = :note, note_by = :noter, told = :told, stage_at = :stage,
                            outcome = :outcome, ended_at = :ended, ended_by = :by, act = :act
                        where id = :id""")
                .param("outcome", end == null ? null : end.outcome().name(), Types.VARCHAR)
                .param("ended", end == null ? null : at(end.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", end == null ? null : DutyRow.id(end.by()), Types.OTHER)
                .param("act", end == null ? null : end.act(), Types.VARCHAR)
                .update();
    }

    /** What changes in the life of a duty. */
    private JdbcClient.StatementSpec values(Duty duty, String statement) {
        var claim = duty.claim();
        var note = duty.plan().note();
        var stage = duty.stageAt();
        return sql.sql(statement)
                .param("id", duty.id().value())
                .param("risk", duty.risk().name())
                .param("opened", at(duty.opened()))
                .param("due", at(duty.due()))
                .param("holder", claim == null ? null : claim.holder().value(), Types.OTHER)
                .param("until", claim == null ? null : at(claim.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("routed", claim != null && claim.routed())
                .param("next", DutyRow.id(duty.plan().next()), Types.OTHER)
                .param("note", note == null ? "" : note.words())
                .param("noter", note == null ? null : note.by().value(), Types.OTHER)
                .param("told", duty.plan().told())
                .param("stage", stage == null ? null : at(stage), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
