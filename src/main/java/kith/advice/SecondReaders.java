package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.community.CommunityId;
import kith.community.Place;
import kith.duty.Duties;
import kith.duty.Duty;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reads an answer before it goes out: another practitioner, chosen as for a question; never its writer, nor whoever asked. */
@Component
class SecondReaders {
    private static final int AT_ONCE = 100;

    private final JdbcClient sql;
    private final Candidates candidates;
    private final Duties duties;
    private final Clock clock;

    SecondReaders(JdbcClient sql, Candidates candidates, Duties duties, Clock clock) {
        this.sql = sql;
        this.candidates = candidates;
        this.duties = duties;
        this.clock = clock;
    }

    /** An answer that waits, and who may not read it first. */
    private record Waiting(UUID entry, CommunityId community, String section, String language, Set<MemberId> not) {
        Waiting but(@Nullable MemberId holder) {
            var more = new HashSet<>(not);
            Optional.ofNullable(holder).ifPresent(more::add);
            return new Waiting(entry, community, section, language, more);
        }
    }

    private static final String WAITING = """
            select e.id, q.community_id, s.slug, coalesce(nullif(q.language, ''), g.language) as language, e.author, q.asker
            from advice.entry e join advice.question q on q.id = e.question_id
            join community.section_name s on s.id = q.section_id join community.tongue g on g.id = q.community_id
            where e.state = 'READING'
            """;

    /** Whether there is another practitioner at all; else a community of one could never answer. */
    boolean any(Question question, Instant now) {
        return any(question.place(), now);
    }

    boolean any(Place place, Instant now) {
        return candidates.asHouse(place.community().id(), now).stream()
                .anyMatch(one -> !one.who().equals(place.self()));
    }

    /** Gives it to whoever is there; where nobody is, it waits on everybody's round and is given to the first who comes. */
    void give(UUID entry) {
        one(entry).ifPresent(this::give);
    }

    private Optional<Waiting> one(UUID entry) {
        return sql.sql(WAITING + "and e.id = :id")
                .param("id", entry)
                .query((row, n) -> new Waiting(
                        entry,
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getString("slug"),
                        row.getString("language"),
                        Stream.of(row.getObject("author", UUID.class), row.getObject("asker", UUID.class))
                                .filter(Objects::nonNull)
                                .map(SecondReaders::member)
                                .collect(Collectors.toSet())))
                .optional();
    }

    private static MemberId member(@Nullable UUID id) {
        return new MemberId(Objects.requireNonNull(id));
    }

    private void give(Waiting waiting) {
        choose(waiting, clock.instant()).ifPresent(who -> duties.holdAsHouse(ReadingDuty.cause(waiting.entry()), who));
    }

    private Optional<MemberId> choose(Waiting waiting, Instant now) {
        return new Routing(waiting.section(), waiting.language(), false, now)
                .choose(candidates.lockedAsHouse(waiting.community(), now), waiting.not())
                .map(one -> one.candidate().who());
    }

    /** Who reads it where {@code holder} does not come to it. */
    Optional<MemberId> next(UUID entry, @Nullable MemberId holder, Instant now) {
        return one(entry).map(waiting -> waiting.but(holder)).flatMap(waiting -> choose(waiting, now));
    }

    /** Whether somebody who reads a second time is within their limits, or has this one already. */
    boolean room(Place place, Duty duty) {
        var now = clock.instant();
        return duty.holder(now).equals(Optional.of(place.self())) || candidates.room(place, now);
    }

    /** Looks for a reader of what nobody has in hand: another than whoever did not come to it, where there is one. */
    void again() {
        var now = clock.instant();
        sql
                .sql(
                        "select id from advice.entry where state = 'READING' order by made_at limit :most for update skip locked")
                .param("most", AT_ONCE)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .filter(entry ->
                        duties.holderAsHouse(ReadingDuty.cause(entry), now).isEmpty())
                .forEach(entry -> one(entry).ifPresent(waiting -> again(waiting, now)));
    }

    private void again(Waiting waiting, Instant now) {
        var last = duties.lastAsHouse(ReadingDuty.cause(waiting.entry())).orElse(null);
        choose(waiting.but(last), now)
                .or(() -> choose(waiting, now))
                .ifPresent(who -> duties.holdAsHouse(ReadingDuty.cause(waiting.entry()), who));
    }
}
