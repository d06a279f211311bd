package kith.practitioner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.Place;
import kith.community.PlacePacks;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Risk;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applications and what hosts do with them; each is reached by its applicant and by those who make sure. */
@Component
class Applications {
    /** A week: long enough to ring an employer, short enough that nobody gives up (our assumption). */
    static final Duration TIME = Duration.ofDays(7);

    private static final String SELECT = """
            select a.*, c.name, c.face, c.picture_id, e.id as evidence
            from practitioner.application a
            left join identity.card c on c.id = a.member_id
            left join practitioner.evidence e on e.application_id = a.id
            """;

    private final JdbcClient sql;
    private final Registers registers;
    private final Credentials credentials;
    private final EvidenceRoom evidence;
    private final Duties duties;
    private final PlacePacks packs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applications(
            JdbcClient sql,
            Registers registers,
            Credentials credentials,
            EvidenceRoom evidence,
            Duties duties,
            PlacePacks packs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.registers = registers;
        this.credentials = credentials;
        this.evidence = evidence;
        this.duties = duties;
        this.packs = packs;
        this.events = events;
        this.clock = clock;
    }

    Application find(Place place, UUID id) {
        return sql.sql(SELECT + "where a.id = :id and a.community_id = :community")
                .param("id", id)
                .param("community", place.community().id().value())
                .query((row, n) -> read(row))
                .optional()
                .filter(one -> place.member() && (place.hosts() || one.of(place)))
                .orElseThrow(NotHere::new);
    }

    /** The one that somebody has open, else their latest. */
    Optional<Application> latest(Place place, MemberId who) {
        return sql.sql(SELECT
                        + "where a.community_id = :community and a.member_id = :who order by a.sent_at desc limit 1")
                .param("community", place.community().id().value())
                .param("who", who.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Sends it, and owes somebody an answer; empty where one is open already. */
    @Transactional
    Optional<UUID> send(Place place, MemberId who, Wanted wanted, EvidenceRoom.@Nullable Brought shown) {
        var id = Ids.next();
        if (insert(place, id, who, wanted) == 0) {
            return Optional.empty();
        }
        if (shown != null) {
            evidence.keep(id, shown);
        }
        owe(place.community().id(), ApplicationDuty.KIND, id, who, who);
        return Optional.of(id);
    }

    /** For one that nobody sent. */
    void oweAsHouse(CommunityId community, UUID id, MemberId who) {
        owe(community, ApplicationDuty.KIND, id, who, who);
    }

    private void owe(CommunityId community, String kind, UUID id, MemberId owed, MemberId barred) {
        var now = clock.instant();
        duties.open(new NewDuty(
                community,
                kind,
                kind + ":" + id,
                Risk.ROUTINE,
                owed,
                barred,
                "/applications/" + id,
                now,
                now.plus(TIME)));
    }

    private int insert(Place place, UUID id, MemberId who, Wanted wanted) {
        return sql.sql("""
                        insert into practitioner.application (id, community_id, member_id, sent_by, profession, register, number, jurisdiction, scope,
                            sentence, languages, valid_until, state, sent_at)
                        values (:id, :community, :who, :by, :profession, :register, :number, :jurisdiction, cast(:scope as text[]),
                            :sentence, cast(:languages as text[]), :until, 'WAITING', :now)
                        on conflict (community_id, member_id) where state in ('WAITING', 'CHECKED') do nothing""")
                .param("id", id)
                .param("community", place.community().id().value())
                .param("who", who.value())
                .param("by", place.self().value())
                .param("profession", wanted.profession())
                .param("register", wanted.register().id())
                .param("number", wanted.number())
                .param("jurisdiction", wanted.jurisdiction())
                .param("scope", PractitionerRows.array(wanted.scope()))
                .param("sentence", wanted.sentence())
                .param("languages", PractitionerRows.array(wanted.languages()))
                .param("until", wanted.until())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A manager has made sure: it is given, or a second person is asked where the pack says so. */
    @Transactional
    void check(Place place, UUID id, String way, String words) {
        var file = locked(place, id);
        if (!file.checkableBy(place)) {
            throw new NotHere();
        }
        note(place, id, "CHECK", way, words);
        duties.meet(ApplicationDuty.KIND + ":" + id, place.self(), "checked");
        if (packs.of(place).pack().secondCheck()) {
            turn(id, Application.State.CHECKED, "");
            owe(file.community(), ConfirmationDuty.KIND, id, file.applicant(), place.self());
        } else {
            give(place, file, new Credentials.Checked(place.self(), null, today(place)));
        }
    }

    @Transactional
    void confirm(Place place, UUID id, String words) {
        var file = locked(place, id);
        if (!file.confirmableBy(place)) {
            throw new NotHere();
        }
        var first = file.checkings().stream()
                .filter(checking -> checking.kind().equals("CHECK"))
                .flatMap(checking -> Optional.ofNullable(checking.who().id()).stream())
                .findFirst()
                .orElse(place.self());
        note(place, id, "CONFIRM", "", words);
        duties.meet(ConfirmationDuty.KIND + ":" + id, place.self(), "confirmed");
        give(place, file, new Credentials.Checked(first, place.self(), today(place)));
    }

    @Transactional
    void refuse(Place place, UUID id, String reason) {
        var file = locked(place, id);
        if (!file.refusableBy(place)) {
            throw new NotHere();
        }
        note(place, id, "REFUSE", "", "");
        duties.meet(ApplicationDuty.KIND + ":" + id, place.self(), "refused");
        duties.meet(ConfirmationDuty.KIND + ":" + id, place.self(), "refused");
        decided(file, Application.State.REFUSED, reason);
    }

    @Transactional
    void withdraw(Place place, UUID id) {
        var file = locked(place, id);
        if (!file.of(place) || !file.state().open()) {
            throw new NotHere();
        }
        withdrawAsHouse(id);
    }

    @Transactional
    void withdrawAsHouse(UUID id) {
        duties.withdraw(ApplicationDuty.KIND + ":" + id, "withdrawn");
        duties.withdraw(ConfirmationDuty.KIND + ":" + id, "withdrawn");
        turn(id, Application.State.WITHDRAWN, "");
        evidence.forget(id);
    }

    private void give(Place place, Application file, Credentials.Checked checked) {
        credentials.giveAsHouse(file.community(), file.applicant(), file.wanted(), checked);
        decided(file, Application.State.APPROVED, "");
    }

    /** With the decision goes what was shown for it. */
    private void decided(Application file, Application.State state, String reason) {
        turn(file.id(), state, reason);
        evidence.forget(file.id());
        events.publishEvent(new ApplicationDecided(file.id(), file.community(), file.applicant(), clock.instant()));
    }

    private void turn(UUID id, Application.State state, String reason) {
        sql.sql("""
                        update practitioner.application set state = :state, reason = :reason,
                            decided_at = case when :state = 'CHECKED' then null else cast(:now as timestamptz) end where id = :id""")
                .param("state", state.name())
                .param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private void note(Place place, UUID id, String kind, String way, String words) {
        sql.sql(
                        "insert into practitioner.checking (id, application_id, member_id, kind, way, words, at) values (:key, :id, :by, :kind, :way, :words, :now)")
                .param("key", Ids.next())
                .param("id", id)
                .param("by", place.self().value())
                .param("kind", kind)
                .param("way", way)
                .param("words", words)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of two who decide at the same moment the second sees what the first did. */
    private Application locked(Place place, UUID id) {
        sql.sql("select id from practitioner.application where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(place, id);
    }

    private LocalDate today(Place place) {
        return LocalDate.ofInstant(clock.instant(), place.viewer().zone());
    }

    private Application read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Application(
                id,
                new CommunityId(row.getObject("community_id", UUID.class)),
                card(row, row.getObject("member_id", UUID.class)),
                Credentials.wanted(row, registers),
                Application.State.valueOf(row.getString("state")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getObject("evidence", UUID.class),
                checkings(id));
    }

    private List<Application.Checking> checkings(UUID id) {
        return sql.sql("""
                        select k.*, c.name, c.face, c.picture_id from practitioner.checking k
                        left join identity.card c on c.id = k.member_id where k.application_id = :id order by k.id""")
                .param("id", id)
                .query((row, n) -> new Application.Checking(
                        card(row, row.getObject("member_id", UUID.class)),
                        row.getString("kind"),
                        row.getString("way"),
                        row.getString("words"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static Card card(ResultSet row, @Nullable UUID id) throws SQLException {
        return Card.of(id, row.getString("name"), row.getString("face"), row.getObject("picture_id", UUID.class));
    }
}
