package kith.advice;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.CommunityId;
import kith.duty.Duties;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that would wait for their second reader for ever: where their writer may answer no more, the words become their draft again and the question goes on to
 * somebody who is there; where nobody else is left to read them, they go out as they would have without a second reader. So do pieces.
 */
@Component
class StrandedAnswers {
    private static final int AT_ONCE = 100;

    private static final String READING = """
            select e.id, e.author, e.question_id, q.community_id, q.closed, q.waits_since, q.asker
            from advice.entry e join advice.question q on q.id = e.question_id where e.state = 'READING' and e.kind = 'ANSWER'
            """;

    private final JdbcClient sql;
    private final Candidates candidates;
    private final Entries entries;
    private final Routes routes;
    private final Sketches sketches;
    private final Duties duties;
    private final Clock clock;

    StrandedAnswers(
            JdbcClient sql,
            Candidates candidates,
            Entries entries,
            Routes routes,
            Sketches sketches,
            Duties duties,
            Clock clock) {
        this.sql = sql;
        this.candidates = candidates;
        this.entries = entries;
        this.routes = routes;
        this.sketches = sketches;
        this.duties = duties;
        this.clock = clock;
    }

    /** An answer that is being read, and what is owed with it; {@code author} is nobody where their account is gone. */
    private record Read(
            UUID id, @Nullable MemberId author, @Nullable MemberId asker, Entries.Owed owed) {
        boolean written(Set<MemberId> here) {
            return author != null && here.contains(author);
        }

        boolean readable(Set<MemberId> here) {
            return here.stream().anyMatch(who -> !who.equals(author) && !who.equals(asker));
        }
    }

    /** Nodes that look at the same time leave each other the answers that they have in hand. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 45_000)
    @Transactional
    public void look() {
        var here = new HashMap<CommunityId, Set<MemberId>>();
        for (var answer :
                read(READING + "order by e.made_at limit " + AT_ONCE + " for update of e skip locked", Map.of())) {
            var there = here.computeIfAbsent(answer.owed().community(), this::here);
            if (!answer.written(there)) {
                putBack(answer);
            } else if (!answer.readable(there)) {
                duties.withdraw(ReadingDuty.cause(answer.id()), "withdrawn");
                entries.outAsHouse(answer.owed(), answer.id());
            }
        }
        pieces().stream()
                .filter(piece -> here.computeIfAbsent(piece.community(), this::here).stream()
                        .allMatch(who -> who.equals(piece.writer())))
                .forEach(this::out);
    }

    /** A piece that is being read. */
    private record Shelved(UUID id, int version, @Nullable MemberId writer, CommunityId community) {}

    private List<Shelved> pieces() {
        return sql.sql(
                        "select id, version, writer, community_id from advice.piece where state = 'READING' order by changed_at limit "
                                + AT_ONCE + " for update skip locked")
                .query((row, n) -> new Shelved(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        member(row.getObject("writer", UUID.class)),
                        new CommunityId(row.getObject("community_id", UUID.class))))
                .list();
    }

    private void out(Shelved piece) {
        duties.withdraw(ReadingDuty.cause(piece.id(), piece.version()), "withdrawn");
        sql.sql("update advice.piece set state = 'OUT' where id = :id")
                .param("id", piece.id())
                .update();
    }

    private Set<MemberId> here(CommunityId community) {
        return candidates.asHouse(community, clock.instant()).stream()
                .map(Routing.Candidate::who)
                .collect(Collectors.toSet());
    }

    /** Somebody left a community: nobody waits for the next look. */
    void leaveAsHouse(CommunityId community, MemberId who) {
        read(
                        READING + "and e.author = :who and q.community_id = :community for update of e",
                        Map.of("who", who.value(), "community", community.value()))
                .forEach(this::putBack);
    }

    private void putBack(Read answer) {
        var question = answer.owed().question().value();
        if (answer.author() != null) {
            sketches.keep(answer.author(), "answer:" + question, fields(answer.id()));
        }
        sql.sql("delete from advice.entry where id = :id")
                .param("id", answer.id())
                .update();
        duties.withdraw(ReadingDuty.cause(answer.id()), "withdrawn");
        routes.anewAsHouse(question);
    }

    /** An answer as the form in which it was typed. */
    private Map<String, String> fields(UUID answer) {
        var fields = new HashMap<String, String>();
        sql.sql("select body, coalesce(valid_until::text, '') as until from advice.entry where id = :id")
                .param("id", answer)
                .query(row -> {
                    fields.put("body", row.getString("body"));
                    fields.put("until", row.getString("until"));
                });
        sql.sql("select n, title, address, coalesce(year::text, '') as year from advice.source where entry_id = :id")
                .param("id", answer)
                .query(row -> {
                    fields.put("source-" + row.getInt("n"), row.getString("title"));
                    fields.put("address-" + row.getInt("n"), row.getString("address"));
                    fields.put("year-" + row.getInt("n"), row.getString("year"));
                });
        return fields;
    }

    private List<Read> read(String which, Map<String, ?> params) {
        return sql.sql(which)
                .params(params)
                .query((row, n) -> new Read(
                        row.getObject("id", UUID.class),
                        member(row.getObject("author", UUID.class)),
                        member(row.getObject("asker", UUID.class)),
                        new Entries.Owed(
                                new QuestionId(row.getObject("question_id", UUID.class)),
                                new CommunityId(row.getObject("community_id", UUID.class)),
                                row.getBoolean("closed"),
                                QuestionRows.instant(row, "waits_since"))))
                .list();
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }
}
