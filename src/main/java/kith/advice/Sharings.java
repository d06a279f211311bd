package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.CommunityId;
import kith.community.Place;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Promise;
import kith.duty.Promises;
import kith.duty.Risk;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.notification.Inbox;
import kith.notification.News;
import kith.page.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Private questions that their askers share: as a question of its own without asker, day or hour, which only they can take back. */
@Component
class Sharings {
    private final JdbcClient sql;
    private final Duties duties;
    private final Promises promises;
    private final SharedCopies copies;
    private final Inbox inbox;
    private final Clock clock;

    Sharings(JdbcClient sql, Duties duties, Promises promises, SharedCopies copies, Inbox inbox, Clock clock) {
        this.sql = sql;
        this.duties = duties;
        this.promises = promises;
        this.copies = copies;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** How far it has come. */
    public enum State {
        SUGGESTED,
        UNWANTED,
        AGREEING,
        REFUSED,
        OUT
    }

    /** How a question stands; {@code copy} is what everybody reads, for its asker alone. */
    public record Sharing(State state, @Nullable QuestionId copy) {
        /** Whether its asker may choose the words now. */
        public boolean open() {
            return state != State.AGREEING && state != State.OUT;
        }
    }

    /** One thing that was said as it would be read, for those who answered; {@code before} is how it stands, {@code own} what the viewer is asked about. */
    public record Wording(int n, Card author, String title, String before, String after, boolean own, boolean agreed) {
        public String html() {
            return Markdown.render(after).html();
        }

        public boolean same() {
            return before.strip().equals(after.strip());
        }
    }

    Optional<Sharing> of(Question question) {
        return sql.sql(
                        "select state, case when asker = :self then copy_id end as copy from advice.sharing where question_id = :id")
                .param("self", question.place().self().value())
                .param("id", question.id().value())
                .query((row, n) -> {
                    var copy = row.getObject("copy", UUID.class);
                    return new Sharing(
                            State.valueOf(row.getString("state")), copy == null ? null : new QuestionId(copy));
                })
                .optional();
    }

    /** Whoever answered thinks that others would be helped; its asker is told, once. */
    @Transactional
    void suggest(Question question) {
        var self = question.place().self();
        var asker = sql.sql("""
                        insert into advice.sharing (question_id, asker, state, suggested_by)
                        select id, asker, 'SUGGESTED', :self from advice.question where id = :id and asker is not null
                        on conflict (question_id) do nothing returning asker""")
                .param("self", self.value())
                .param("id", question.id().value())
                .query(UUID.class)
                .optional();
        asker.ifPresent(who -> tell(NoticeOfSharingSuggested.KIND, question, new MemberId(who), self));
    }

    /** Its asker wants it shared in these words; answers that would be read otherwise than they were given wait for whoever wrote them. */
    @Transactional
    void share(Question question, Sheet sheet) {
        sql.sql("""
                        insert into advice.sharing (question_id, asker, state, consented_at) values (:id, :self, 'AGREEING', :now)
                        on conflict (question_id) do update set state = 'AGREEING', consented_at = excluded.consented_at""")
                .param("id", question.id().value())
                .param("self", question.place().self().value())
                .param("now", now().atOffset(UTC))
                .update();
        clear(question.id());
        var toAgree = sheet.toAgree();
        sheet.parts().stream()
                .filter(part -> !part.empty())
                .forEach(part -> keep(question, part, toAgree.contains(part)));
        toAgree.forEach(part -> owe(question, part));
        publishIfAgreed(question);
    }

    private void keep(Question question, Sheet.Part part, boolean toAgree) {
        var author = part.author().id();
        sql.sql("""
                        insert into advice.sharing_part (question_id, n, entry_id, author, title, body, to_agree)
                        values (:question, :n, :entry, :author, :title, :body, :agree)""")
                .param("question", question.id().value())
                .param("n", part.n())
                .param("entry", part.entry(), Types.OTHER)
                .param("author", author == null ? null : author.value(), Types.OTHER)
                .param("title", part.title())
                .param("body", part.body())
                .param("agree", toAgree)
                .update();
    }

    private void owe(Question question, Sheet.Part part) {
        var community = question.place().community().id();
        var cause = SharingDuty.cause(question.id(), part.n());
        var now = now();
        var path = question.path() + "/sharing";
        var due = promises.due(community, Promise.QUESTION, now);
        duties.open(new NewDuty(
                community,
                SharingDuty.KIND,
                cause,
                Risk.ROUTINE,
                null,
                question.place().self(),
                path,
                now,
                due));
        Optional.ofNullable(part.author().id()).ifPresent(author -> duties.holdAsHouse(cause, author));
    }

    /** All of it as it would be read, for one who answered and is asked to agree; for anybody else nothing. */
    List<Wording> wordings(Question question) {
        var all = sql.sql("""
                        select p.n, p.title, coalesce(e.body, q.body) as before, p.body, p.to_agree and p.author = :self as own, p.agreed_at is not null as agreed,
                               c.id as who, c.name, c.face, c.picture_id
                        from advice.sharing_part p join advice.sharing s on s.question_id = p.question_id join advice.question q on q.id = p.question_id
                        left join advice.entry e on e.id = p.entry_id left join identity.card c on c.id = e.author and e.kind = 'ANSWER'
                        where p.question_id = :id and s.state = 'AGREEING' order by p.n""")
                .param("id", question.id().value())
                .param("self", question.place().self().value())
                .query((row, n) -> new Wording(
                        row.getInt("n"),
                        QuestionRows.card(row, "who"),
                        row.getString("title"),
                        row.getString("before"),
                        row.getString("body"),
                        row.getBoolean("own"),
                        row.getBoolean("agreed")))
                .list();
        return all.stream().anyMatch(Wording::own) ? all : List.of();
    }

    /** Tells words from others, so that nobody agrees to any that they did not see. */
    static String seen(List<Wording> wordings) {
        var words = wordings.stream()
                .map(one -> one.n() + "\n" + one.title() + "\n" + one.after())
                .collect(Collectors.joining("\0"));
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** One who answered lets their words stand under their name as they saw them, in what stands around them. */
    @Transactional
    boolean agree(Question question, String seen) {
        alone(question);
        var wordings = wordings(question);
        if (!seen(wordings).equals(seen)) {
            return false;
        }
        for (var wording : own(wordings)) {
            sql.sql("update advice.sharing_part set agreed_at = :now where question_id = :id and n = :n")
                    .param("now", now().atOffset(UTC))
                    .param("id", question.id().value())
                    .param("n", wording.n())
                    .update();
            duties.meet(
                    SharingDuty.cause(question.id(), wording.n()),
                    question.place().self(),
                    question.path());
        }
        if (publishIfAgreed(question)) {
            settled(question);
        }
        return true;
    }

    private static List<Wording> own(List<Wording> wordings) {
        return wordings.stream().filter(Wording::own).toList();
    }

    /** They would rather not: nothing is shared, and its asker may choose again. */
    @Transactional
    void refuse(Question question) {
        alone(question);
        own(wordings(question))
                .forEach(wording -> duties.meet(
                        SharingDuty.cause(question.id(), wording.n()),
                        question.place().self(),
                        question.path()));
        clear(question.id());
        state(question.id(), State.REFUSED);
        settled(question);
    }

    /** Two who agree at once: the second sees that the first has. */
    private void alone(Question question) {
        sql.sql("select from advice.sharing where question_id = :id for update")
                .param("id", question.id().value())
                .query()
                .listOfRows();
    }

    private boolean publishIfAgreed(Question question) {
        var id = question.id().value();
        var waits = sql.sql(
                        "select exists (select from advice.sharing_part where question_id = :id and to_agree and agreed_at is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (waits) {
            return false;
        }
        var copy = copies.make(id);
        sql.sql("update advice.sharing set state = 'OUT', copy_id = :copy where question_id = :id")
                .param("copy", copy)
                .param("id", id)
                .update();
        return true;
    }

    /** Its asker wants it no more, or not at all: what was shared is gone at once. */
    @Transactional
    void decline(Question question) {
        alone(question);
        clear(question.id());
        sql.sql("update advice.sharing set state = 'UNWANTED', consented_at = null where question_id = :id")
                .param("id", question.id().value())
                .update();
    }

    /** Whatever of somebody's is shared goes with them; where they were asked to agree, nobody can any more, and its asker chooses again. */
    void eraseAsHouse(MemberId who) {
        of("select question_id from advice.sharing where asker = :who", who).forEach(this::clear);
        sql.sql("delete from advice.sharing where asker = :who")
                .param("who", who.value())
                .update();
        var waiting = of("""
                select distinct s.question_id from advice.sharing s join advice.sharing_part p on p.question_id = s.question_id
                where p.to_agree and p.author = :who and s.state = 'AGREEING'""", who);
        waiting.forEach(id -> {
            clear(id);
            state(id, State.REFUSED);
        });
    }

    /** Whoever leaves a community can neither take anything back there nor agree to anything. */
    void leaveAsHouse(CommunityId community, MemberId who) {
        leave(community, who, "s.asker = :who", State.UNWANTED);
        leave(
                community,
                who,
                "s.state = 'AGREEING' and exists (select from advice.sharing_part p where p.question_id = s.question_id and p.to_agree and p.author = :who)",
                State.REFUSED);
    }

    private void leave(CommunityId community, MemberId who, String which, State state) {
        sql.sql(
                        "select s.question_id from advice.sharing s join advice.question q on q.id = s.question_id where q.community_id = :community and "
                                + which)
                .param("who", who.value())
                .param("community", community.value())
                .query((row, n) -> new QuestionId(row.getObject("question_id", UUID.class)))
                .list()
                .forEach(id -> {
                    clear(id);
                    state(id, state);
                });
    }

    /** Who is here to agree to anything. */
    Set<MemberId> agreers(Place place) {
        return Set.copyOf(sql.sql(
                        "select account_id from community.belonging where community_id = :community and role = 'PRACTITIONER' and standing = 'ACTIVE'")
                .param("community", place.community().id().value())
                .query((row, n) -> new MemberId(row.getObject("account_id", UUID.class)))
                .list());
    }

    private List<QuestionId> of(String which, MemberId who) {
        return sql.sql(which)
                .param("who", who.value())
                .query((row, n) -> new QuestionId(row.getObject("question_id", UUID.class)))
                .list();
    }

    private void clear(QuestionId id) {
        sql.sql("delete from advice.sharing_part where question_id = :id returning n, to_agree")
                .param("id", id.value())
                .query((row, n) ->
                        row.getBoolean("to_agree") ? Optional.of(row.getInt("n")) : Optional.<Integer>empty())
                .list()
                .forEach(part -> part.ifPresent(n -> duties.withdraw(SharingDuty.cause(id, n), "withdrawn")));
        sql.sql("select copy_id from advice.sharing where question_id = :id and copy_id is not null")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .ifPresent(copies::remove);
        sql.sql("update advice.sharing set copy_id = null where question_id = :id")
                .param("id", id.value())
                .update();
    }

    private void state(QuestionId id, State state) {
        sql.sql("update advice.sharing set state = :state where question_id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    private void settled(Question question) {
        sql.sql("select asker from advice.sharing where question_id = :id")
                .param("id", question.id().value())
                .query(UUID.class)
                .optional()
                .ifPresent(asker -> tell(
                        NoticeOfSharing.KIND,
                        question,
                        new MemberId(asker),
                        question.place().self()));
    }

    private void tell(String kind, Question question, MemberId to, MemberId by) {
        var id = question.id().value();
        inbox.tell(List.of(new News(kind, to, question.place().community().id().value(), id, id, by, now())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
