package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.page.NotHere;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The members of a community as each of them chose to be seen; who is not listed is found only by those who host. */
@Component
public class People {
    static final int PAGE = 40;

    private static final String PERSON = """
            select m.account_id, m.role, m.profession, m.about, m.joined_at, m.listed, m.checked_at,
                   k.name, k.face, k.picture_id, b.name as checker
            from community.membership m
            join identity.card k on k.id = m.account_id
            left join identity.card b on b.id = m.checked_by
            where m.community_id = :community and m.left_at is null
            """;

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Advising advising;

    People(JdbcClient sql, ApplicationEventPublisher events, Advising advising) {
        this.sql = sql;
        this.events = events;
        this.advising = advising;
    }

    /** The members whose name begins so, by name; {@code role} null for everybody. */
    public Slice<Person> search(Place place, @Nullable Role role, String prefix, String after) {
        members(place);
        var rows = sql.sql(PERSON + """
                        and (m.listed or :hosts) and (cast(:role as text) is null or m.role = :role)
                        and lower(k.name) like :prefix escape '!'
                        and (cast(:after as uuid) is null or (lower(k.name), m.account_id) > (select lower(name), id from identity.card where id = :after))
                        order by lower(k.name), m.account_id limit :most
                        """)
                .param("community", place.community().id().value())
                .param("hosts", place.hosts())
                .param("role", role == null ? null : role.name(), Types.VARCHAR)
                .param("prefix", prefix.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .param("after", after.isEmpty() ? null : Keys.uuid(after), Types.OTHER)
                .param("most", PAGE + 1)
                .query((row, n) -> person(row))
                .list();
        return Slice.of(
                asNow(place, rows), PAGE, person -> String.valueOf(person.card().id()));
    }

    /** Hosts and practitioners, managers first: also for whoever stands at the front door. */
    List<Person> upFront(Place place) {
        var rows = sql.sql(PERSON + """
                        and m.role in ('MANAGER', 'MODERATOR', 'PRACTITIONER') and m.listed
                        order by case m.role when 'MANAGER' then 1 when 'MODERATOR' then 2 else 3 end, lower(k.name) limit 24
                        """)
                .param("community", place.community().id().value())
                .query((row, n) -> person(row))
                .list();
        return asNow(place, rows).stream().filter(Person::upFront).toList();
    }

    /** As they may be shown now: whose mark has run out is a member until it is renewed. */
    private List<Person> asNow(Place place, List<Person> people) {
        if (people.stream().noneMatch(person -> person.role() == Role.PRACTITIONER)) {
            return people;
        }
        var now = advising.advisingAsHouse(place.community().id());
        return people.stream()
                .map(person -> person.role() == Role.PRACTITIONER
                                && !now.contains(person.card().id())
                        ? person.plain()
                        : person)
                .toList();
    }

    public Person find(Place place, MemberId who) {
        members(place);
        return asNow(place, List.of(row(place, who))).getFirst();
    }

    private Person row(Place place, MemberId who) {
        return sql.sql(PERSON + "and m.account_id = :who and (m.listed or :hosts or m.account_id = :self)")
                .param("community", place.community().id().value())
                .param("who", who.value())
                .param("hosts", place.hosts())
                .param("self", place.self().value())
                .query((row, n) -> person(row))
                .optional()
                .orElseThrow(NotHere::new);
    }

    /** Shows or hides the viewer here, with their own words about themselves. */
    @Transactional
    void show(Place place, boolean listed, String about) {
        members(place);
        sql.sql("""
                        update community.membership set listed = :listed, about = :about
                        where community_id = :community and account_id = :member and left_at is null
                        """)
                .param("listed", listed)
                .param("about", about)
                .param("community", place.community().id().value())
                .param("member", place.self().value())
                .update();
        events.publishEvent(new MemberShown(place.community().id(), place.self(), listed, Instant.now()));
    }

    /** How far the viewer has come in the steps of joining. */
    int step(Place place) {
        return sql.sql("select step from community.membership where community_id = :community and account_id = :member")
                .param("community", place.community().id().value())
                .param("member", place.self().value())
                .query(Integer.class)
                .single();
    }

    @Transactional
    void step(Place place, int step, boolean through) {
        sql.sql("""
                        update community.membership set step = greatest(step, :step), onboarded = onboarded or :through
                        where community_id = :community and account_id = :member
                        """)
                .param("step", step)
                .param("through", through)
                .param("community", place.community().id().value())
                .param("member", place.self().value())
                .update();
    }

    private static void members(Place place) {
        if (!place.member()) {
            throw new NotHere();
        }
    }

    private static Person person(ResultSet row) throws SQLException {
        var checked = row.getObject("checked_at", OffsetDateTime.class);
        return new Person(
                Card.of(
                        row.getObject("account_id", UUID.class),
                        row.getString("name"),
                        row.getString("face"),
                        row.getObject("picture_id", UUID.class)),
                Role.valueOf(row.getString("role")),
                Objects.requireNonNullElse(row.getString("profession"), ""),
                Objects.requireNonNullElse(row.getString("about"), ""),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("listed"),
                row.getString("checker"),
                checked == null ? null : checked.toInstant());
    }
}
