package kith.advice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import kith.identity.Card;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An answer that would be read otherwise than it was given waits for whoever wrote it, and for nobody else. */
@Component
class SharingDuty implements DutyKind {
    static final String KIND = "sharing";

    private static final int ID = 36;

    private final JdbcClient sql;

    SharingDuty(JdbcClient sql) {
        this.sql = sql;
    }

    static String cause(QuestionId question, int part) {
        return KIND + ":" + question + ":" + part;
    }

    private static UUID question(Duty duty) {
        return UUID.fromString(duty.cause().substring(KIND.length() + 1, KIND.length() + 1 + ID));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "advice.kind.sharing";
    }

    @Override
    public boolean serves(Place place) {
        return Question.advises(place);
    }

    @Override
    public boolean takes(Place place, Duty duty) {
        return serves(place) && !rows(place, List.of(duty)).isEmpty();
    }

    @Override
    public boolean personal() {
        return true;
    }

    /** Nobody agrees to another's words. */
    @Override
    public Optional<MemberId> next(Duty duty, Instant now, Supplier<Optional<MemberId>> usual) {
        return Optional.empty();
    }

    /** Our guess (a). */
    @Override
    public int minutes() {
        return 2;
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var titles = sql
                .sql("""
                        select distinct q.id, q.title from advice.sharing_part p join advice.question q on q.id = p.question_id
                        where q.id in (:ids) and q.community_id = :community and p.to_agree and p.author = :self""")
                .param("ids", duties.stream().map(SharingDuty::question).toList())
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return duties.stream()
                .filter(duty -> titles.containsKey(question(duty)))
                .collect(Collectors.toMap(
                        Duty::id,
                        duty -> new Row(
                                Card.NOBODY,
                                titles.getOrDefault(question(duty), ""),
                                "advice.round.sharing",
                                "/question/" + question(duty) + "/sharing",
                                "advice.round.look")));
    }
}
