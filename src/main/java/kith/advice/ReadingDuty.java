package kith.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An answer that a second practitioner reads before it goes out. */
@Component
class ReadingDuty implements DutyKind {
    static final String KIND = "second-reader";

    private final JdbcClient sql;
    private final SecondReaders readers;
    private final Phrases phrases;
    private final Clock clock;

    ReadingDuty(JdbcClient sql, SecondReaders readers, Phrases phrases, Clock clock) {
        this.sql = sql;
        this.readers = readers;
        this.phrases = phrases;
        this.clock = clock;
    }

    static String cause(UUID entry) {
        return KIND + ":" + entry;
    }

    /** A piece is read again with each version. */
    static String cause(UUID piece, int version) {
        return cause(piece) + ":" + version;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "advice.kind.reading";
    }

    @Override
    public boolean serves(Place place) {
        return Question.advises(place);
    }

    @Override
    public boolean takes(Place place, Duty duty) {
        return serves(place) && readers.room(place, duty);
    }

    @Override
    public Optional<MemberId> next(Duty duty, Instant now, Supplier<Optional<MemberId>> usual) {
        return duty.part() || piece(duty)
                ? usual.get()
                : readers.next(entry(duty), duty.holder(now).orElse(null), now);
    }

    private static boolean piece(Duty duty) {
        return duty.cause().length() > KIND.length() + 37;
    }

    private static UUID entry(Duty duty) {
        return UUID.fromString(duty.cause().substring(KIND.length() + 1, KIND.length() + 37));
    }

    /** Our guess (a): reading twice, and a comment. */
    @Override
    public int minutes() {
        return 8;
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var byEntry = duties.stream().collect(Collectors.toMap(ReadingDuty::entry, Function.identity(), (a, b) -> a));
        var rows = new HashMap<>(pieces(place, byEntry));
        rows.putAll(sql
                .sql("""
                        select e.id, q.id as question, q.closed, q.title, s.name as section, c.id as who, c.name, c.face, c.picture_id
                        from advice.entry e join advice.question q on q.id = e.question_id join community.section_name s on s.id = q.section_id
                        left join identity.card c on c.id = e.author where e.id in (:ids) and q.community_id = :community and e.author is distinct from :self""")
                .param("ids", byEntry.keySet())
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .query((row, n) -> Map.entry(
                        duty(byEntry, row).id(),
                        new Row(
                                Card.of(
                                        row.getObject("who", UUID.class),
                                        row.getString("name"),
                                        row.getString("face"),
                                        row.getObject("picture_id", UUID.class)),
                                row.getBoolean("closed")
                                        ? phrases.say(
                                                place.viewer().locale(),
                                                "advice.round.answer-in",
                                                row.getString("section"))
                                        : row.getString("title"),
                                "advice.round.reading",
                                open(place, duty(byEntry, row), row.getBoolean("closed"))
                                        ? "/question/" + row.getObject("question", UUID.class)
                                        : place.path("round"),
                                "advice.round.read")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return rows;
    }

    private Map<DutyId, Row> pieces(Place place, Map<UUID, Duty> duties) {
        return sql
                .sql("""
                        select p.id, p.title, c.id as who, c.name, c.face, c.picture_id from advice.piece p left join identity.card c on c.id = p.writer
                        where p.id in (:ids) and p.community_id = :community and p.state = 'READING' and p.writer is distinct from :self""")
                .param("ids", duties.keySet())
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .query((row, n) -> Map.entry(
                        duty(duties, row).id(),
                        new Row(
                                QuestionRows.card(row, "who"),
                                row.getString("title"),
                                "advice.round.piece",
                                "/piece/" + row.getObject("id", UUID.class),
                                "advice.round.read")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A private one is open to whoever has taken it. */
    private boolean open(Place place, Duty duty, boolean closed) {
        return !closed
                || duty.holder(clock.instant()).filter(place.self()::equals).isPresent();
    }

    private static Duty duty(Map<UUID, Duty> byEntry, ResultSet row) throws SQLException {
        return Objects.requireNonNull(byEntry.get(row.getObject("id", UUID.class)));
    }
}
