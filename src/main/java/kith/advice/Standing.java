package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kith.community.CommunityId;
import kith.duty.Duties;
import kith.identity.Card;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a question stands, as it is said to its reader: who is asked and why, what was tried, or that nobody is there. */
@Component
class Standing {
    private final JdbcClient sql;
    private final Routes routes;
    private final QuestionRows rows;
    private final Duties duties;
    private final Candidates candidates;
    private final Clock clock;

    Standing(JdbcClient sql, Routes routes, QuestionRows rows, Duties duties, Candidates candidates, Clock clock) {
        this.sql = sql;
        this.routes = routes;
        this.rows = rows;
        this.duties = duties;
        this.candidates = candidates;
        this.clock = clock;
    }

    /** Who is asked: their profession, whether they are there now, what they have open; {@code why} is the end of a phrase's key. */
    public record Asked(Card card, String profession, String why, int open) {}

    /** Who holds it (nobody: nobody is there), to whom it went before, and whether an answer is written that {@code reader} reads before it goes out. */
    public record Where(List<Asked> asked, List<Routes.Step> before, boolean reading, Card reader) {
        static final Where DONE = new Where(List.of(), List.of(), false, Card.NOBODY);

        public boolean nobody() {
            return asked.isEmpty();
        }

        /** Who is still to do something. */
        public List<Asked> stillAsked() {
            return reading ? List.of() : asked;
        }
    }

    Where of(Question question) {
        if (!question.waits()) {
            return Where.DONE;
        }
        var now = clock.instant();
        var holder = question.holder(now);
        var steps = routes.steps(question);
        var written = rows.reading(question.id());
        return new Where(
                holder
                        .flatMap(who -> weighed(question, now).stream()
                                .filter(one -> one.candidate().who().equals(who))
                                .findFirst())
                        .map(one -> new Asked(
                                card(one.candidate().who().value()),
                                one.candidate().practitioner().profession(),
                                one.why() == Routing.Why.FULL ? "holds" : why(one),
                                one.candidate().open()))
                        .stream()
                        .toList(),
                steps.stream().filter(step -> !step.reason().isEmpty()).toList(),
                !written.isEmpty(),
                reader(question, written, now));
    }

    private Card reader(Question question, List<UUID> written, Instant now) {
        return written.stream()
                .flatMap(entry -> duties.find(question.place(), ReadingDuty.cause(entry)).stream())
                .flatMap(duty -> duty.holder(now).stream())
                .findFirst()
                .map(who -> card(who.value()))
                .orElse(Card.NOBODY);
    }

    /** Everybody, with why they are asked or not. */
    List<Routing.Weighed> weighed(Question question, Instant now) {
        return weighed(
                question.place().community().id(),
                new Routing(
                        question.section().slug(),
                        question.language().isEmpty()
                                ? question.place().community().language().getLanguage()
                                : question.language(),
                        question.closed(),
                        now));
    }

    List<Routing.Weighed> weighed(CommunityId community, Routing routing) {
        return routing.weigh(candidates.asHouse(community, routing.at()));
    }

    /** The end of a phrase's key; whoever keeps no hours is not within them. */
    static String why(Routing.Weighed one) {
        var kept = one.why() != Routing.Why.THERE
                || !one.candidate().practitioner().bounds().hours().any();
        return kept ? one.why().name().toLowerCase(Locale.ROOT).replace('_', '-') : "no-hours";
    }

    private Card card(UUID who) {
        return sql.sql("select id as who, name, face, picture_id from identity.card where id = :who")
                .param("who", who)
                .query((row, n) -> QuestionRows.card(row, "who"))
                .optional()
                .orElse(Card.NOBODY);
    }
}
