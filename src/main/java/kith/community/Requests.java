package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.page.Slice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests to become a member: made by who asks, decided by the community's hosts with a kind word. */
@Component
class Requests {
    static final int PAGE = 20;

    private static final String REQUEST = """
            select r.id, r.words, r.asked_at, r.account_id, k.name, k.face, k.picture_id
            from community.request r left join identity.card k on k.id = r.account_id
            """;

    private final JdbcClient sql;
    private final Communities communities;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;
    private final RequestLetters letters;
    private final AuditLog audit;
    private final Clock clock;

    Requests(
            JdbcClient sql,
            Communities communities,
            Memberships memberships,
            ApplicationEventPublisher events,
            RequestLetters letters,
            AuditLog audit,
            Clock clock) {
        this.sql = sql;
        this.communities = communities;
        this.memberships = memberships;
        this.events = events;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks to join; asking again changes the words of a request that waits. */
    @Transactional
    void ask(Viewer viewer, String slug, String words) {
        var place = communities.door(viewer, slug);
        if (place.member() || place.community().joining() != Community.Joining.REQUEST) {
            throw new NotHere();
        }
        var id = Ids.next();
        var kept = sql.sql("""
                        insert into community.request as r (id, community_id, account_id, words) values (:id, :community, :member, :words)
                        on conflict (community_id, account_id) where state = 'WAITING' do update set words = excluded.words
                        returning r.id
                        """)
                .param("id", id)
                .param("community", place.community().id().value())
                .param("member", viewer.member().value())
                .param("words", words)
                .query(UUID.class)
                .single();
        if (kept.equals(id)) {
            events.publishEvent(new MembershipRequested(place.community().id(), viewer.member(), id, clock.instant()));
        }
    }

    /** The viewer's own request that still waits for an answer here. */
    Optional<JoinRequest> own(Place place) {
        return place.viewer().signedIn()
                ? sql.sql(
                                REQUEST
                                        + "where r.community_id = :community and r.account_id = :member and r.state = 'WAITING'")
                        .param("community", place.community().id().value())
                        .param("member", place.self().value())
                        .query((row, n) -> request(row))
                        .optional()
                : Optional.empty();
    }

    @Transactional
    void withdraw(Viewer viewer, String slug) {
        var place = communities.door(viewer, slug);
        sql.sql("""
                        update community.request set state = 'WITHDRAWN', words = '', decided_at = now()
                        where community_id = :community and account_id = :member and state = 'WAITING'
                        """)
                .param("community", place.community().id().value())
                .param("member", viewer.member().value())
                .update();
    }

    /** The requests that wait, the longest waiting first. */
    Slice<JoinRequest> waiting(Place place, String after) {
        hosts(place);
        var rows = sql.sql(REQUEST + """
                        where r.community_id = :community and r.state = 'WAITING' and r.id > :after
                        order by r.id limit :most
                        """)
                .param("community", place.community().id().value())
                .param("after", Keys.uuid(after))
                .param("most", PAGE + 1)
                .query((row, n) -> request(row))
                .list();
        return Slice.of(rows, PAGE, request -> request.id().toString());
    }

    /** How many wait in the places where the viewer hosts, in their order; 0 elsewhere. */
    List<Integer> waiting(List<Place> places) {
        return places.stream().map(place -> place.hosts() ? count(place) : 0).toList();
    }

    int count(Place place) {
        return sql.sql("select count(*) from community.request where community_id = :community and state = 'WAITING'")
                .param("community", place.community().id().value())
                .query(Integer.class)
                .single();
    }

    /** Decides a request that waits and writes to who had asked; one that was decided meanwhile is not here any more. */
    @Transactional
    void decide(Place place, UUID id, boolean accepted, String reply) {
        hosts(place);
        var who = sql.sql("""
                        update community.request set state = :state, decided_by = :host, decided_at = now(), reply = :reply
                        where id = :id and community_id = :community and state = 'WAITING' returning account_id
                        """)
                .param("state", accepted ? "ACCEPTED" : "DECLINED")
                .param("host", place.self().value())
                .param("reply", reply)
                .param("id", id)
                .param("community", place.community().id().value())
                .query(UUID.class)
                .optional()
                .map(MemberId::new)
                .orElseThrow(NotHere::new);
        audit.note(
                place.self().value(),
                accepted ? "request.accepted" : "request.declined",
                "request " + id,
                "account " + who + " in community " + place.community().id());
        if (accepted) {
            memberships.addAsHouse(place.community().id(), who, Role.MEMBER);
        }
        letters.tell(place, who, accepted, reply);
    }

    private static void hosts(Place place) {
        if (!place.hosts()) {
            throw new NotHere();
        }
    }

    private static JoinRequest request(ResultSet row) throws SQLException {
        return new JoinRequest(
                row.getObject("id", UUID.class),
                Card.of(
                        row.getObject("account_id", UUID.class),
                        row.getString("name"),
                        row.getString("face"),
                        row.getObject("picture_id", UUID.class)),
                row.getString("words"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
