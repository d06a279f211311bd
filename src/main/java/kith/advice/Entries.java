package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.PlacePacks;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Risk;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.page.Markdown;
import kith.page.NotHere;
import kith.practitioner.Mark;
import kith.practitioner.Practitioners;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers to a question: written, read by a second practitioner where the pack asks for one, sent out, and put right. */
@Component
class Entries {
    static final int LONGEST_COMMENT = 2_000;

    private final JdbcClient sql;
    private final Duties duties;
    private final PlacePacks packs;
    private final Practitioners practitioners;
    private final Routes routes;
    private final SecondReaders readers;
    private final Known known;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Entries(
            JdbcClient sql,
            Duties duties,
            PlacePacks packs,
            Practitioners practitioners,
            Routes routes,
            SecondReaders readers,
            Known known,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.duties = duties;
        this.packs = packs;
        this.practitioners = practitioners;
        this.routes = routes;
        this.readers = readers;
        this.known = known;
        this.events = events;
        this.clock = clock;
    }

    /** What became of an answer that was sent. */
    enum Sent {
        OUT,
        READING,
        /** Somebody else was quicker, or it was sent twice. */
        NOT,
        /** Their credential has run out. */
        EXPIRED
    }

    /** An answer by somebody who may answer now; where the pack asks for a second reader it goes to one first. */
    @Transactional
    Sent answer(Question question, AnswerForm form) {
        var place = question.place();
        var mark = mark(question);
        if (mark.isEmpty()) {
            return Sent.EXPIRED;
        }
        if (!alone(question.id())
                || duties.claim(place, QuestionDuty.cause(question.id().value()))
                        .isPresent()) {
            return Sent.NOT;
        }
        var id = Ids.next();
        var now = clock.instant();
        insert(id, question, form, mark.get(), now);
        routes.hold(question.id().value(), place.community().id(), place.self(), "TAKEN", place.self());
        sources(id, form.given());
        if (packs.of(place).pack().secondReader() && readers.any(question, now)) {
            duties.open(new NewDuty(
                    place.community().id(),
                    ReadingDuty.KIND,
                    ReadingDuty.cause(id),
                    Risk.ROUTINE,
                    place.self(),
                    place.self(),
                    question.path(),
                    now,
                    middle(now, question.dueAt())));
            readers.give(id);
            events.publishEvent(
                    new QuestionTurned(question.id(), place.community().id()));
            return Sent.READING;
        }
        outAsHouse(Owed.of(question), id);
        return Sent.OUT;
    }

    private Optional<Mark> mark(Question question) {
        return practitioners
                .valid(question.place().self(), question.place().community().id(), clock.instant())
                .filter(Mark::current);
    }

    /** Of two who send at once the second waits for the first, and finds that it waits no more or is being read. */
    private boolean alone(QuestionId id) {
        return sql.sql("""
                        select q.state = 'ASKED' and not exists (select from advice.entry e where e.question_id = q.id and e.state = 'READING') as free
                        from (select * from advice.question where id = :id for update) q""").param("id", id.value()).query(Boolean.class).single();
    }

    /** The second reader has half of what is left of the promise, and an hour at least. */
    private static Instant middle(Instant now, Instant due) {
        var half = now.plus(Duration.between(now, due).dividedBy(2));
        var hour = now.plus(Duration.ofHours(1));
        return half.isAfter(hour) ? half : hour;
    }

    private void insert(UUID id, Question question, AnswerForm form, Mark mark, Instant now) {
        sql.sql("""
                        insert into advice.entry (id, question_id, kind, author, profession, body, html, state, made_at, valid_until)
                        values (:id, :question, 'ANSWER', :self, :profession, :body, :html, 'READING', :now, :until)""")
                .param("id", id)
                .param("question", question.id().value())
                .param("self", question.place().self().value())
                .param("profession", mark.profession())
                .param("body", form.body())
                .param("html", Markdown.render(form.body()).html())
                .param("now", now.atOffset(UTC))
                .param("until", form.validUntil())
                .update();
    }

    void sources(UUID entry, List<Entry.Source> given) {
        sql.sql("delete from advice.source where entry_id = :id")
                .param("id", entry)
                .update();
        for (var n = 0; n < given.size(); n++) {
            var source = given.get(n);
            sql.sql(
                            "insert into advice.source (entry_id, n, title, address, year) values (:id, :n, :title, :address, :year)")
                    .param("id", entry)
                    .param("n", n)
                    .param("title", source.title())
                    .param("address", source.address())
                    .param("year", source.year(), java.sql.Types.INTEGER)
                    .update();
        }
    }

    /** What goes out is owed: to whom, and since when they wait. */
    record Owed(QuestionId question, CommunityId community, boolean closed, Instant since) {
        static Owed of(Question question) {
            return new Owed(question.id(), question.place().community().id(), question.closed(), question.waitsSince());
        }
    }

    /** Sends an answer out: the promise is kept, and its asker is told. */
    void outAsHouse(Owed owed, UUID id) {
        var now = clock.instant();
        var question = owed.question().value();
        var author = sql.sql(
                        "update advice.entry set state = 'OUT', out_at = :now, minutes = :minutes where id = :id and state = 'READING' returning author")
                .param("now", now.atOffset(UTC))
                .param(
                        "minutes",
                        Math.toIntExact(Duration.between(owed.since(), now).toMinutes()))
                .param("id", id)
                .query(UUID.class)
                .single();
        sql.sql("""
                        update advice.question set state = 'ANSWERED', answered_at = coalesce(answered_at, :now), ends_at = :ends where id = :id""")
                .param("now", now.atOffset(UTC))
                .param("ends", now.plus(Questions.OPEN).atOffset(UTC))
                .param("id", question)
                .update();
        duties.meet(QuestionDuty.cause(question), new MemberId(author), "/question/" + owed.question());
        known.learn(question);
        events.publishEvent(new QuestionAnswered(owed.question(), id, owed.community(), owed.closed(), now));
    }

    /** Says something to whoever wrote it, before it goes out. */
    @Transactional
    void comment(Question question, UUID entry, String words) {
        var author = reading(question, entry);
        var key = Ids.next();
        sql.sql(
                        "insert into advice.comment (id, entry_id, author, words, at) values (:key, :entry, :self, :words, :now)")
                .param("key", key)
                .param("entry", entry)
                .param("self", question.place().self().value())
                .param("words", words)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        events.publishEvent(new AnswerCommented(
                question.id(),
                key,
                question.place().community().id(),
                author,
                question.place().self(),
                clock.instant()));
    }

    /** A different practitioner lets the version that they read go out. */
    @Transactional
    Released release(Question question, UUID entry, int version) {
        var author = reading(question, entry);
        var self = question.place().self();
        if (mark(question).isEmpty() || self.equals(author) || question.mine()) {
            throw new NotHere();
        }
        if (practitioners
                .valid(author, question.place().community().id(), clock.instant())
                .filter(Mark::current)
                .isEmpty()) {
            return Released.EXPIRED;
        }
        if (version(entry) != version) {
            return Released.CHANGED;
        }
        sql.sql("update advice.entry set second_reader = :self where id = :id")
                .param("self", self.value())
                .param("id", entry)
                .update();
        duties.meet(ReadingDuty.cause(entry), self, question.path());
        outAsHouse(Owed.of(question), entry);
        return Released.OUT;
    }

    /** What became of letting an answer go out: it is not, where its writer's credential ran out or they changed it since it was read. */
    enum Released {
        OUT,
        EXPIRED,
        CHANGED
    }

    private int version(UUID entry) {
        return sql.sql("select version from advice.entry where id = :id")
                .param("id", entry)
                .query(Integer.class)
                .single();
    }

    /** Its writer changes it while it is read. */
    @Transactional
    void rewrite(Question question, UUID entry, AnswerForm form) {
        if (!question.place().self().equals(reading(question, entry))) {
            throw new NotHere();
        }
        change(entry, form);
        events.publishEvent(
                new QuestionTurned(question.id(), question.place().community().id()));
    }

    /** Who wrote an answer that is still being read, for those who may see it. */
    private MemberId reading(Question question, UUID entry) {
        return sql.sql(
                        "select author from advice.entry where id = :id and question_id = :question and state = 'READING' for update")
                .param("id", entry)
                .param("question", question.id().value())
                .query((row, n) -> new MemberId(row.getObject("author", UUID.class)))
                .optional()
                .filter(author -> Question.advises(question.place()))
                .orElseThrow(NotHere::new);
    }

    void change(UUID entry, AnswerForm form) {
        sql.sql(
                        "update advice.entry set body = :body, html = :html, valid_until = :until, version = version + 1 where id = :id")
                .param("body", form.body())
                .param("html", Markdown.render(form.body()).html())
                .param("until", form.validUntil())
                .param("id", entry)
                .update();
        sources(entry, form.given());
    }

    /** Notes that somebody read a question's answers as they stand now. */
    void read(Question question) {
        sql.sql("""
                        insert into advice.reading (question_id, reader, at) values (:question, :self, :now)
                        on conflict (question_id, reader) do update set at = excluded.at""")
                .param("question", question.id().value())
                .param("self", question.place().self().value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
