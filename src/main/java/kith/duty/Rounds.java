package kith.duty;

import static kith.duty.DutyRow.at;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.community.Place;
import kith.page.NotHere;
import kith.page.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open duties of one person in one place, in the order of what is lost by waiting. */
@Component
class Rounds {
    /** Counts stop here: nobody does a hundred in one go, and a larger number only weighs on people. */
    static final int MOST = 99;

    private static final int SIZE = 20;

    /** How much is on a round and how many minutes that may take. */
    record Load(int open, int minutes) {
        static final Load NONE = new Load(0, 0);

        Load and(Load more) {
            return new Load(Math.min(MOST, open + more.open), minutes + more.minutes);
        }
    }

    /** Where a page of a round begins: after this duty. */
    private record After(int rank, Instant due, UUID id) {
        static After of(String key) {
            try {
                var parts = key.split("_", 3);
                return parts.length < 3
                        ? START
                        : new After(
                                Integer.parseInt(parts[0]),
                                Instant.ofEpochSecond(0, Long.parseLong(parts[1]) * 1000),
                                UUID.fromString(parts[2]));
            } catch (IllegalArgumentException | ArithmeticException notOurs) {
                throw new NotHere();
            }
        }

        static String key(Duty duty) {
            var micros = duty.due().getEpochSecond() * 1_000_000 + duty.due().getNano() / 1000;
            return duty.risk().ordinal() + "_" + micros + "_" + duty.id();
        }

        private static final After START = new After(-1, Instant.EPOCH, new UUID(0, 0));
    }

    /** For each of {@code :kinds} the first of its duties here, so that what waits for others is not read; goes on in the caller's {@code and}, {@code limit} and {@code END}. */
    private static final String EACH_KIND = """
            from unnest(cast(:kinds as text[])) k cross join lateral (
                select * from duty.duty where community_id = :community and kind = k and outcome is null and barred is distinct from :self
            """;

    /** In nobody's hands; what is personal is never free. */
    private static final String FREE =
            "(holder is null or claim_until <= :now) and k <> all(cast(:personal as text[]))";

    private static final String MINE = "and (holder = :self or " + FREE + ") ";
    private static final String END = ") d ";
    private static final String FIRST = " order by rank, due_at, id limit :most ";

    private final JdbcClient sql;
    private final Clock clock;
    private final Map<String, DutyKind> kinds;
    private final String[] personal;

    Rounds(JdbcClient sql, Clock clock, List<DutyKind> kinds) {
        this.sql = sql;
        this.clock = clock;
        this.kinds = kinds.stream().collect(Collectors.toMap(DutyKind::kind, Function.identity()));
        this.personal =
                kinds.stream().filter(DutyKind::personal).map(DutyKind::kind).toArray(String[]::new);
    }

    /** Whether this person has a round here at all. */
    boolean walks(Place place) {
        return !kinds(place).isEmpty();
    }

    /** The same place, where they have one. */
    Place walked(Place place) {
        if (!walks(place)) {
            throw new NotHere();
        }
        return place;
    }

    /** One page of the round: what nobody else holds, with the row that its kind says. */
    Slice<Line> of(Place place, String after) {
        var from = After.of(after);
        var now = clock.instant();
        var duties = ask(
                        place,
                        now,
                        "select d.* " + EACH_KIND + MINE + "and (rank, due_at, id) > (:rank, :due, :id) " + FIRST + END
                                + FIRST)
                .param("rank", from.rank())
                .param("due", at(from.due()))
                .param("id", from.id())
                .param("most", SIZE + 1)
                .query((row, n) -> DutyRow.read(row))
                .list();
        return shown(place, Slice.of(duties, SIZE, After::key), now);
    }

    /** What is in nobody's hands: how much, counted to {@link #MOST}, and how much of it is late. */
    public record Free(int open, int late) {}

    Free free(Place place) {
        return ask(
                        place,
                        clock.instant(),
                        "select count(*) as open, count(*) filter (where due_at < :now) as late from (select d.* "
                                + EACH_KIND + "and " + FREE + FIRST + END + FIRST
                                + ") bounded")
                .param("most", MOST)
                .query((row, n) -> new Free(row.getInt("open"), row.getInt("late")))
                .single();
    }

    /** What others hold, for whoever manages. */
    List<Line> held(Place place) {
        var now = clock.instant();
        var duties = ask(
                        place,
                        now,
                        "select d.* " + EACH_KIND + "and holder is not null and holder <> :self and claim_until > :now"
                                + FIRST + END + FIRST)
                .param("most", SIZE)
                .query((row, n) -> DutyRow.read(row))
                .list();
        return shown(place, new Slice<>(duties, null), now).items();
    }

    private Slice<Line> shown(Place place, Slice<Duty> duties, Instant now) {
        var rows = rows(place, duties.items());
        var lines = duties.items().stream()
                .flatMap(duty -> Stream.ofNullable(rows.get(duty.id())).map(row -> line(place, duty, row, now)))
                .toList();
        return new Slice<>(lines, duties.next());
    }

    private JdbcClient.StatementSpec ask(Place place, Instant now, String statement) {
        return sql.sql(statement)
                .param("community", place.community().id().value())
                .param("kinds", kinds(place).toArray(String[]::new))
                .param("personal", personal)
                .param("self", place.self().value())
                .param("now", at(now));
    }

    Line line(Place place, Duty duty, DutyKind.Row row, Instant now) {
        return new Line(
                duty,
                row,
                place.self(),
                now,
                kind(duty.kind()).personal(),
                duty.part() ? null : kind(duty.kind()).here().orElse(null));
    }

    /** The lines under the headings of their risk and kind, in the order of the first of each. */
    List<Group> groups(List<Line> lines) {
        var groups = new LinkedHashMap<String, List<Line>>();
        lines.forEach(line -> groups.computeIfAbsent(
                        line.duty().risk().ordinal() + line.duty().kind(), key -> new ArrayList<>())
                .add(line));
        return groups.values().stream()
                .map(some -> new Group(
                        some.getFirst().duty().risk(),
                        kind(some.getFirst().duty().kind()).title(),
                        some.stream()
                                .mapToInt(one -> kind(one.duty().kind()).minutes())
                                .sum(),
                        some))
                .toList();
    }

    /** Lines of one kind that are as urgent as each other; {@code title} is the key of what they are. */
    public record Group(Risk risk, String title, int minutes, List<Line> lines) {
        /** The key of how urgent they are. */
        public String urgency() {
            return "duty.group." + risk.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What each kind says of some duties; a part is shown as its whole is, since both are about the same. */
    Map<DutyId, DutyKind.Row> rows(Place place, List<Duty> duties) {
        var rows = new HashMap<DutyId, DutyKind.Row>();
        duties.stream()
                .filter(duty ->
                        kinds.containsKey(duty.kind()) && kind(duty.kind()).serves(place))
                .collect(Collectors.groupingBy(Duty::kind))
                .forEach((kind, some) -> {
                    var first = some.stream()
                            .collect(Collectors.toMap(Duty::about, Function.identity(), (one, again) -> one));
                    var shown = kind(kind).rows(place, List.copyOf(first.values()));
                    some.forEach(duty -> Stream.ofNullable(first.get(duty.about()))
                            .flatMap(one -> Stream.ofNullable(shown.get(one.id())))
                            .forEach(row -> rows.put(duty.id(), row)));
                });
        return rows;
    }

    /** How much there is in all, counted to {@link #MOST}; in order, though none is asked for, so that the first are read by their index and not the whole table. */
    Load load(Place place) {
        return ask(
                        place,
                        clock.instant(),
                        "select k as kind, count(*) as open " + EACH_KIND + MINE + FIRST + END + "group by k")
                .param("most", MOST)
                .query((row, n) -> new Load(
                        row.getInt("open"),
                        row.getInt("open") * kind(row.getString("kind")).minutes()))
                .list()
                .stream()
                .reduce(Load.NONE, Load::and);
    }

    /** Which promise each kind keeps at each risk. */
    Map<Promise, List<Kept>> promises() {
        return kinds.values().stream()
                .flatMap(kind -> Stream.of(Risk.values())
                        .flatMap(risk ->
                                kind.promise(risk).map(promise -> new Kept(promise, kind.kind(), risk)).stream()))
                .collect(Collectors.groupingBy(
                        Kept::promise, () -> new java.util.EnumMap<>(Promise.class), Collectors.toList()));
    }

    /** Duties of a kind and a risk keep a promise. */
    record Kept(Promise promise, String kind, Risk risk) {}

    DutyKind kind(String name) {
        return Objects.requireNonNull(kinds.get(name), name);
    }

    List<String> kinds(Place place) {
        return kinds.values().stream()
                .filter(kind -> place.member() && kind.serves(place))
                .map(DutyKind::kind)
                .toList();
    }
}
