package kith.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads all posts into the search at once, with the search's own words and on all cores: what the house does while it is open, at some thousand a second,
 * would take two hours for six million. Rows and index are the same; the index is built when all is there.
 */
final class Shelving {
    private static final int SLICES = 96;
    private static final int HANDS = 2;

    private static final String DOCUMENTS = """
            insert into search.document (id, community_id, thread, opens, at, helped, words)
            select f.id, f.community_id, f.topic_id, f.opens, f.posted_at, f.helped,
                   (search.words(p.number || 'p:', search.language(g.language), f.title, '', f.body)::text || ' '
                 || search.words(p.number || 't:', search.language(g.language), f.title, '', '')::text)::tsvector
            from conversation.findable f join community.tongue g on g.id = f.community_id join search.place p on p.community_id = f.community_id
            where f.id >= ?::uuid and f.id < ?::uuid
            on conflict (id) do nothing
            """;

    private static final String WORDS = """
            insert into bench_word
            select f.community_id, v.lexeme, count(*)::int
            from conversation.findable f join community.tongue g on g.id = f.community_id
            cross join lateral unnest(search.vector('search.' || search.language(g.language) || '_plain', f.title, '', f.body)) v
            where f.id >= ?::uuid and f.id < ?::uuid and v.lexeme ~ '^[[:alpha:]]{3,40}$'
            group by 1, 2
            """;

    private final Callable<Connection> house;
    private final Instant from;
    private final Instant until;
    private final AtomicInteger done = new AtomicInteger();

    Shelving(Callable<Connection> house, Instant from, Instant until) {
        this.house = house;
        this.from = from;
        this.until = until;
    }

    void run() throws SQLException, IOException {
        try (var connection = open();
                var sql = connection.createStatement()) {
            sql.execute("set maintenance_work_mem = '1GB'");
            sql.execute(
                    "insert into search.mark (kind, upto) select 'post', id from conversation.findable order by id desc limit 1"
                            + " on conflict (kind) do update set upto = excluded.upto");
            sql.execute(
                    "insert into search.place (community_id) select id from community.tongue on conflict do nothing");
            sql.execute("drop index if exists search.document_words");
            sql.execute("create unlogged table bench_word (community_id uuid, word text, documents int)");
            readAll();
            sql.execute(
                    "create index document_words on search.document using gin (words) with (gin_pending_list_limit = 512)");
            sql.execute("insert into search.word (community_id, word, documents)"
                    + " select community_id, word, sum(documents)::int from bench_word group by 1, 2"
                    + " on conflict (community_id, word) do update set documents = excluded.documents");
            sql.execute("drop table bench_word");
            sql.execute(
                    "update search.place p set documents = d.n"
                            + " from (select community_id, count(*)::int as n from search.document group by 1) d where d.community_id = p.community_id");
        }
    }

    private void readAll() throws IOException {
        var waiting = new ArrayList<Callable<Void>>();
        var slice = Duration.between(from, until).dividedBy(SLICES);
        for (var n = 0; n < SLICES; n++) {
            var begin = edge(n == 0 ? Instant.EPOCH : from.plus(slice.multipliedBy(n)));
            var end = edge(n == SLICES - 1 ? until.plus(slice) : from.plus(slice.multipliedBy(n + 1)));
            waiting.add(() -> read(begin, end));
        }
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            for (var each : hands.invokeAll(waiting)) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("the search could not be filled", e);
        }
    }

    private Void read(String begin, String end) throws SQLException {
        try (var connection = open()) {
            for (var statement : new String[] {DOCUMENTS, WORDS}) {
                try (var sql = connection.prepareStatement(statement)) {
                    sql.setString(1, begin);
                    sql.setString(2, end);
                    sql.execute();
                }
            }
        }
        if (done.incrementAndGet() % (SLICES / 8) == 0) {
            System.out.printf("  … The search has read %d %%%n", 100 * done.get() / SLICES);
        }
        return null;
    }

    private Connection open() throws SQLException {
        try {
            var connection = house.call();
            try (var sql = connection.createStatement()) {
                sql.execute("set synchronous_commit = off");
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException("the house's database is away", e);
        }
    }

    /** The smallest id that is made at an instant or later. */
    private static String edge(Instant at) {
        var hex = "%012x".formatted(at.toEpochMilli());
        return hex.substring(0, 8) + "-" + hex.substring(8) + "-0000-0000-000000000000";
    }
}
