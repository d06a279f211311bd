package kith.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.Founding;
import kith.community.Memberships;
import kith.community.Packs;
import kith.community.Role;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Nell waits; Ben holds it, Cora is next, Ana manages and Olga operates the house. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class EscalationTest {
    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Packs packs;

    @Autowired
    Memberships memberships;

    @Autowired
    Duties duties;

    @Autowired
    Escalation escalation;

    private CommunityId here;
    private MemberId ana;
    private MemberId ben;
    private MemberId cora;

    @BeforeEach
    void found() {
        here = founding.foundAsHouse(new Founding.Wish(
                packs.newest("autoimmune", "en").orElseThrow(),
                "Here",
                "e-" + Ids.next().toString().substring(19)));
        ana = person("Ana", Role.MANAGER);
        ben = person("Ben", Role.MODERATOR);
        cora = person("Cora", Role.MODERATOR);
    }

    @Test
    void theHolderThenTheNextThenTheManagersEachOnce() {
        open("one", null, Duration.ofHours(10), Duration.ofHours(20));
        assertThat(duties.holdAsHouse("one", ben, cora)).isTrue();
        tell();
        assertThat(told("one")).containsExactly("HOLDER Ben");

        age("one", Duration.ofHours(6));
        tell();
        assertThat(told("one")).containsExactly("HOLDER Ben", "NEXT Cora");
        assertThat(holder("one")).as("what was given to Ben passes on").isEqualTo(cora.value());

        age("one", Duration.ofHours(5));
        tell();
        tell();
        assertThat(told("one")).containsExactly("HOLDER Ben", "NEXT Cora", "MANAGERS Ana");
        assertThat(notices(ana)).isEqualTo(1);
    }

    @Test
    void nobodyHearsOfWhatIsAboutThemOrOfACommunityThatTheyLeft() {
        open("about-ana", ana, Duration.ofHours(30), Duration.ofHours(20));
        open("left", null, Duration.ofHours(10), Duration.ofHours(20));
        duties.holdAsHouse("left", ben, cora);
        sql.sql("update community.membership set left_at = now() where account_id in (:gone)")
                .param("gone", List.of(ben.value(), cora.value()))
                .update();
        age("left", Duration.ofHours(6));
        tell();

        assertThat(told("about-ana")).noneMatch(one -> one.endsWith("Ana"));
        assertThat(told("left")).isEmpty();
    }

    private void tell() {
        escalation.tell();
    }

    private void open(String cause, @Nullable MemberId barred, Duration since, Duration within) {
        var opened = Instant.now().minus(since).truncatedTo(ChronoUnit.MICROS);
        duties.open(new NewDuty(
                here,
                "first-reply",
                here + cause,
                Risk.ROUTINE,
                null,
                barred,
                "/topics/" + UUID.randomUUID(),
                opened,
                opened.plus(within)));
        sql.sql("update duty.duty set cause = :cause where cause = :long")
                .param("cause", cause)
                .param("long", here + cause)
                .update();
    }

    /** Some hours later. */
    private void age(String cause, Duration by) {
        sql.sql("""
                        update duty.duty set opened_at = opened_at - :by * interval '1 second', due_at = due_at - :by * interval '1 second',
                            stage_at = stage_at - :by * interval '1 second' where cause = :cause""").param("by", by.toSeconds()).param("cause", cause).update();
    }

    private List<String> told(String cause) {
        return sql.sql("""
                        select t.stage || ' ' || c.name from duty.telling t join duty.duty d on d.id = t.duty_id join identity.card c on c.id = t.account_id
                        where d.cause = :cause and d.community_id = :here order by t.id""")
                .param("cause", cause)
                .param("here", here.value())
                .query(String.class)
                .list();
    }

    private UUID holder(String cause) {
        return sql.sql("select holder from duty.duty where cause = :cause and community_id = :here")
                .param("cause", cause)
                .param("here", here.value())
                .query(UUID.class)
                .single();
    }

    private int notices(MemberId who) {
        return sql.sql("select count(*) from notification.notice where account_id = :who and kind = 'duty.waits'")
                .param("who", who.value())
                .query(Integer.class)
                .single();
    }

    private MemberId person(String name, Role role) {
        var id = MemberId.next();
        sql.sql("""
                        insert into identity.account (id, email, name, name_key, face, status, timezone)
                        values (:id, :email, :name, :key, 'fern', 'ACTIVE', 'UTC')""")
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name.toLowerCase(java.util.Locale.ROOT) + id)
                .update();
        memberships.addAsHouse(here, id, role);
        return id;
    }
}
