package kith.advice;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Place;
import kith.community.Sections;
import kith.house.HouseTest;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads a question that was asked in private, from asking to the answer: in a community that wants every answer read by two. */
@HouseTest
class ClosedQuestionTest {
    @Autowired
    JdbcClient sql;

    @Autowired
    Questions questions;

    @Autowired
    Entries entries;

    @Autowired
    EntryRows rows;

    @Autowired
    Routes routes;

    @Autowired
    Communities communities;

    @Autowired
    Sections sections;

    private final CommunityId community = new CommunityId(Ids.next());
    private Viewer marama;
    private Viewer tane;
    private Viewer ana;
    private List<Viewer> nurses;
    private QuestionId question;

    @BeforeEach
    void maramaAsksInPrivate() {
        sql.sql("""
                        insert into community.community (id, slug, name, pack, pack_version, language, visibility, look, motif)
                        values (:id, :slug, 'Slow Mornings', 'autoimmune', 1, 'en', 'PRIVATE', 'autoimmune', 'weave')""")
                .param("id", community.value())
                .param("slug", "slow-" + community.value().toString().substring(24))
                .update();
        sql.sql(
                        "insert into community.section (id, community_id, slug, name, position) values (:id, :community, 'medicines', 'Medicines', 1)")
                .param("id", Ids.next())
                .param("community", community.value())
                .update();
        marama = member("Marama", "MEMBER");
        tane = member("Tane", "MEMBER");
        ana = member("Ana", "MANAGER");
        nurses = List.of(nurse("Ruth"), nurse("Ines"), nurse("Kai"));
        question = ask();
    }

    @Test
    void isReadByItsAskerAndByWhomItWasGivenTo() {
        assertThat(questions.find(marama, question).title()).isEqualTo("May I skip a week?");
        assertThat(readers(nurses)).containsExactly(asked().getFirst());
        assertThat(readers(List.of(tane, ana))).isEmpty();
    }

    @Test
    void isReadByTheSecondReaderAsWellAndByNobodyElse() {
        answer();

        assertThat(readers(nurses)).hasSize(2).contains(asked().getFirst());
        assertThat(readers(List.of(tane, ana))).isEmpty();
    }

    @Test
    void goesToItsAskerWhenTheSecondReaderLetsItOut() {
        var answer = answer();
        assertThat(rows.of(questions.find(marama, question))).isEmpty();

        entries.release(questions.find(secondReader(), question), answer, 1);

        assertThat(rows.of(questions.find(marama, question))).singleElement().matches(Entry::out);
        assertThat(readers(nurses)).hasSize(2);
    }

    @Test
    void isNotReadAgainByWhoeverHadItBeforeWhenTheLastOnePassesItOn() {
        var first = viewer(asked().getFirst());
        routes.give(question);
        var second = viewer(asked().getLast());
        routes.give(question);
        var third = viewer(asked().getLast());

        routes.pass(questions.find(third, question), third.member(), "Not my subject");

        assertThat(readers(List.of(first, second, third))).isEmpty();
        assertThat(questions.find(marama, question).waits()).isTrue();
    }

    private QuestionId ask() {
        var place = place(marama);
        var form = new AskForm("medicines", "May I skip a week?", "I take it on Mondays.", "closed", "name", "", "");
        return questions.ask(place, sections.of(place).getFirst(), form);
    }

    private UUID answer() {
        var holder = viewer(asked().getFirst());
        var sent = entries.answer(
                questions.find(holder, question),
                AnswerForm.of(Map.of(
                        "body",
                        "Ask before you do.",
                        "until",
                        LocalDate.now(UTC).plusMonths(6).toString())));
        assertThat(sent).isEqualTo(Entries.Sent.READING);
        return sql.sql("select id from advice.entry where question_id = :id")
                .param("id", question.value())
                .query(UUID.class)
                .single();
    }

    private Viewer secondReader() {
        return readers(nurses).stream()
                .filter(who -> !who.equals(asked().getFirst()))
                .map(this::viewer)
                .findFirst()
                .orElseThrow();
    }

    private List<MemberId> asked() {
        return sql.sql("select practitioner from advice.routing where question_id = :question order by n")
                .param("question", question.value())
                .query((row, n) -> new MemberId(row.getObject("practitioner", java.util.UUID.class)))
                .list();
    }

    private Viewer viewer(MemberId who) {
        return nurses.stream().filter(one -> one.is(who)).findFirst().orElseThrow();
    }

    private List<MemberId> readers(List<Viewer> all) {
        return all.stream().filter(this::reads).map(Viewer::member).toList();
    }

    private boolean reads(Viewer who) {
        try {
            return questions.find(who, question).closed();
        } catch (NotHere e) {
            return false;
        }
    }

    private Place place(Viewer who) {
        return communities.find(who, community);
    }

    private Viewer nurse(String name) {
        var who = member(name, "PRACTITIONER");
        sql.sql("""
                        insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence,
                            languages, checked_on, valid_until, ends_at)
                        values (:id, :community, :who, 'Rheumatology nurse', 'other', '', '', '{}', '', '{en}', current_date, current_date + 90, :ends)""")
                .param("id", Ids.next())
                .param("community", community.value())
                .param("who", who.member().value())
                .param("ends", OffsetDateTime.now(UTC).plusDays(90))
                .update();
        sql.sql("""
                        insert into practitioner.boundaries (community_id, member_id, zone, hours, daily, open, declined, starts_private, off_duty)
                        values (:community, :who, 'UTC', '{}', 50, 50, '{}', true, '')""")
                .param("community", community.value())
                .param("who", who.member().value())
                .update();
        return who;
    }

    private Viewer member(String name, String role) {
        var id = MemberId.next();
        sql.sql("""
                        insert into identity.account (id, email, name, name_key, face, status)
                        values (:id, :email, :name, :key, 'fern', 'ACTIVE')""")
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name.toLowerCase(Locale.ROOT) + id)
                .update();
        sql.sql("""
                        insert into community.membership (community_id, account_id, role, guidelines, onboarded, profession)
                        values (:community, :who, :role, 1, true, :profession)""")
                .param("community", community.value())
                .param("who", id.value())
                .param("role", role)
                .param("profession", role.equals("PRACTITIONER") ? "Rheumatology nurse" : "")
                .update();
        return new Viewer(id, Status.ACTIVE, false, new Card(id, name, "fern", null), Locale.ENGLISH, UTC, null, null);
    }
}
