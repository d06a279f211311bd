package kith.community;

import java.time.Clock;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs where: joining, acknowledging the guidelines, leaving. */
@Component
public class Memberships {
    private final JdbcClient sql;
    private final Communities communities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Memberships(JdbcClient sql, Communities communities, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.communities = communities;
        this.events = events;
        this.clock = clock;
    }

    /** Joins a community that is open to all. */
    @Transactional
    Place join(Viewer viewer, String slug) {
        var place = communities.door(viewer, slug);
        if (place.community().joining() != Community.Joining.OPEN && !place.member()) {
            throw new NotHere();
        }
        addAsHouse(place.community().id(), viewer.member(), Role.MEMBER);
        return communities.find(viewer, slug);
    }

    /** Makes somebody a member; whoever is one stays what they are, and a pause outlives leaving and coming back. */
    @Transactional
    public void addAsHouse(CommunityId community, MemberId member, Role role) {
        var joined = sql.sql("""
                        insert into community.membership as m (community_id, account_id, role) values (:community, :member, :role)
                        on conflict (community_id, account_id) do update
                        set role = excluded.role, joined_at = now(), left_at = null, onboarded = false, step = 1
                        where m.left_at is not null
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .param("role", role.name())
                .update();
        if (joined > 0) {
            events.publishEvent(new MemberJoined(community, member, clock.instant()));
        }
    }

    /** Acknowledges the guidelines that somebody has read; an older version than the one in force is not enough to write. */
    @Transactional
    void acknowledge(Place place, int version) {
        if (!place.member() || version < 1 || version > place.community().guidelinesVersion()) {
            throw new NotHere();
        }
        sql.sql("""
                        insert into community.acknowledgement (community_id, account_id, version) values (:community, :member, :version)
                        on conflict do nothing
                        """)
                .param("community", place.community().id().value())
                .param("member", place.self().value())
                .param("version", version)
                .update();
        sql.sql("""
                        update community.membership set guidelines = greatest(guidelines, :version)
                        where community_id = :community and account_id = :member
                        """)
                .param("community", place.community().id().value())
                .param("member", place.self().value())
                .param("version", version)
                .update();
    }

    /** Leaves; the last manager is asked to hand over first. What they told about themselves here goes at once. */
    @Transactional
    Refusals leave(Place place) {
        if (!place.member()) {
            throw new NotHere();
        }
        if (place.manages() && lastManager(place.community().id(), place.self())) {
            return Refusals.of(Refusal.of("community.leave.last-manager"));
        }
        leaveAsHouse(place.community().id(), place.self());
        return Refusals.NONE;
    }

    @Transactional
    void leaveAsHouse(CommunityId community, MemberId member) {
        sql.sql("delete from community.answer where community_id = :community and account_id = :member")
                .param("community", community.value())
                .param("member", member.value())
                .update();
        var left = sql.sql("""
                        update community.membership set left_at = now(), about = '', profession = '', checked_by = null, checked_at = null
                        where community_id = :community and account_id = :member and left_at is null
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .update();
        if (left > 0) {
            events.publishEvent(new MemberLeft(community, member, clock.instant()));
        }
    }

    /** Whether nobody else manages; locks the community's managers, so that two do not leave past each other. */
    boolean lastManager(CommunityId community, MemberId member) {
        return sql
                .sql("""
                        select account_id from community.membership
                        where community_id = :community and role = 'MANAGER' and left_at is null order by account_id for update
                        """)
                .param("community", community.value())
                .query((row, n) -> row.getObject("account_id", java.util.UUID.class))
                .list()
                .stream()
                .allMatch(member.value()::equals);
    }
}
