package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import kith.duty.Promise;
import kith.duty.Risk;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** A question that waits: on the rounds of practitioners, and on those of managers, who see that it waits and not what it says. */
@Component
class QuestionDuty implements DutyKind {
    static final String KIND = "question";

    /** Of a cause that is a question and no part of one. */
    static final int CAUSE_LENGTH = KIND.length() + 1 + 36;

    private final WaitingRows waiting;
    private final Routes routes;
    private final Phrases phrases;
    private final Clock clock;

    QuestionDuty(WaitingRows waiting, Routes routes, Phrases phrases, Clock clock) {
        this.waiting = waiting;
        this.routes = routes;
        this.phrases = phrases;
        this.clock = clock;
    }

    static String cause(UUID question) {
        return KIND + ":" + question;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "advice.kind.question";
    }

    @Override
    public boolean serves(Place place) {
        return Question.advises(place) || place.manages();
    }

    /** A manager may be handed one, and so may read it; a practitioner only within their limits, unless they have begun with it. */
    @Override
    public boolean takes(Place place, Duty duty) {
        return serves(place) && (!Question.advises(place) || routes.room(place, duty, id(duty)));
    }

    @Override
    public Optional<MemberId> next(Duty duty, Instant now, Supplier<Optional<MemberId>> usual) {
        return duty.part() ? usual.get() : routes.next(id(duty), now);
    }

    /** Our guess (a): reading, looking it up, and a page of words. */
    @Override
    public int minutes() {
        return 15;
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var byQuestion = duties.stream().collect(Collectors.toMap(QuestionDuty::id, Function.identity(), (a, b) -> a));
        var rows = new HashMap<DutyId, Row>();
        waiting.of(place, byQuestion.keySet())
                .forEach(one -> Optional.ofNullable(byQuestion.get(one.id()))
                        .ifPresent(duty -> rows.put(duty.id(), row(place, one, duty, clock.instant()))));
        return rows;
    }

    @Override
    public Optional<Promise> promise(Risk risk) {
        return Optional.of(Promise.QUESTION);
    }

    private Row row(Place place, WaitingRows.One one, Duty duty, Instant now) {
        var reads = Question.advises(place)
                && (!one.closed()
                        || !duty.part()
                                && duty.holder(now).filter(place.self()::equals).isPresent());
        return new Row(
                reads && !one.anonymous() ? one.asker() : Card.NOBODY,
                reads || !one.closed()
                        ? one.title()
                        : phrases.say(place.viewer().locale(), "advice.round.question-in", one.section()),
                one.closed() ? "advice.round.closed" : "advice.round.open",
                reads ? "/question/" + one.id() : place.path("questions") + "/waiting/" + one.id(),
                reads ? "advice.round.answer" : Question.advises(place) ? "advice.round.take" : "advice.round.route");
    }

    private static UUID id(Duty duty) {
        return id(duty.cause());
    }

    private static UUID id(String cause) {
        return UUID.fromString(cause.substring(KIND.length() + 1, CAUSE_LENGTH));
    }

    /** The question that a cause is about, unless it is about something else or about a part of one. */
    static Optional<UUID> whole(String cause) {
        return cause.startsWith(KIND + ":") && cause.length() == CAUSE_LENGTH
                ? Optional.of(id(cause))
                : Optional.empty();
    }
}
