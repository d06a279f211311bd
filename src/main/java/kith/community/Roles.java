package kith.community;

import java.time.Clock;
import kith.audit.AuditLog;
import kith.identity.MemberId;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is what in a community; only its managers change it, and never to nobody managing. A practitioner is made by a check, never by hand. */
@Component
public class Roles {
    private final JdbcClient sql;
    private final Memberships memberships;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Roles(JdbcClient sql, Memberships memberships, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.memberships = memberships;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Refusals change(Place place, MemberId who, Role role) {
        if (!place.manages()) {
            throw new NotHere();
        }
        var refusals = refuse(place, who, role);
        if (!refusals.any() && role != Role.PRACTITIONER) {
            put(place, who, role);
        }
        return refusals;
    }

    private Refusals refuse(Place place, MemberId who, Role role) {
        if (role == Role.PRACTITIONER && !advises(place.community().id(), who)) {
            return Refusals.of(Refusal.in("role", "community.role.check-first"));
        }
        return role != Role.MANAGER && memberships.lastManager(place.community().id(), who)
                ? Refusals.of(Refusal.in("role", "community.role.last-manager"))
                : Refusals.NONE;
    }

    private boolean advises(CommunityId community, MemberId who) {
        return sql.sql("""
                        select exists (select from community.membership
                        where community_id = :community and account_id = :who and left_at is null and role = 'PRACTITIONER')""")
                .param("community", community.value())
                .param("who", who.value())
                .query(Boolean.class)
                .single();
    }

    private void put(Place place, MemberId who, Role role) {
        var community = place.community().id();
        var changed = sql.sql("""
                        update community.membership set role = :role, profession = '', checked_by = null, checked_at = null
                        where community_id = :community and account_id = :who and left_at is null""")
                .param("role", role.name())
                .param("community", community.value())
                .param("who", who.value())
                .update();
        if (changed == 0) {
            throw new NotHere();
        }
        events.publishEvent(new RoleGiven(community, who, role, clock.instant()));
        audit.note(place.self().value(), "role.given", "account " + who, role + " in community " + community);
    }

    /** What follows from a check: they advise from now on. Whoever hosts goes on hosting and advises beside it; whoever left stays gone. */
    @Transactional
    public void adviseAsHouse(CommunityId community, MemberId who, String profession, MemberId checker) {
        sql.sql("""
                        update community.membership set role = 'PRACTITIONER', profession = :profession, checked_by = :checker, checked_at = now()
                        where community_id = :community and account_id = :who and left_at is null and role in ('MEMBER', 'SUPPORTER', 'PRACTITIONER')""")
                .param("profession", profession)
                .param("checker", checker.value())
                .param("community", community.value())
                .param("who", who.value())
                .update();
        audit.note(checker.value(), "role.given", "account " + who, Role.PRACTITIONER + " in community " + community);
    }
}
