package kith.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import kith.house.HouseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The log of what was done: {@link #note} writes an entry in the caller's transaction, so that an act and its entry happen together or not at all. */
@Component
public class AuditLog {
    /** One writer at a time keeps the chain straight, on all nodes ("audit" in ASCII). */
    private static final long QUEUE = 0x6175646974L;

    private static final int MOST = 2_000;
    private static final String COLUMNS = "select seq, at, actor, verb, subject, detail, chain from audit.entry ";

    private final JdbcClient sql;
    private final byte[] key;

    AuditLog(JdbcClient sql, HouseKey key) {
        this.sql = sql;
        this.key = key.derive("audit/chain");
    }

    /** Notes an act: who (null: the house), a verb such as {@code session.opened}, the kind and id of the thing, and a detail without a person's words. */
    @Transactional
    public void note(@Nullable UUID actor, String verb, String subject, String detail) {
        sql.sql("select pg_advisory_xact_lock(:queue)")
                .param("queue", QUEUE)
                .query((row, n) -> n)
                .list();
        var last = sql.sql(COLUMNS + "order by seq desc limit 1")
                .query(AuditLog::link)
                .optional();
        var entry = new Entry(
                last.map(link -> link.entry().seq() + 1).orElse(1L),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                actor,
                storable(verb),
                storable(subject),
                storable(detail));
        add(entry, entry.chain(key, last.map(Link::chain).orElse(new byte[0])));
    }

    private void add(Entry entry, byte[] chain) {
        sql.sql(
                        "insert into audit.entry (seq, at, actor, verb, subject, detail, chain) values (:seq, :at, :actor, :verb, :subject, :detail, :chain)")
                .param("seq", entry.seq())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("verb", entry.verb())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("chain", chain)
                .update();
    }

    /** The number of the first entry that was changed or is missing; empty where the whole chain holds. */
    @Transactional(readOnly = true)
    public OptionalLong firstBroken() {
        var expected = new AtomicReference<>(new Link(new Entry(0, Instant.EPOCH, null, "", "", ""), new byte[0]));
        try (var links = sql.sql(COLUMNS + "order by seq").withFetchSize(1_000).query(AuditLog::link).stream()) {
            return links.filter(link -> {
                        var before = expected.getAndSet(link);
                        return link.entry().seq() != before.entry().seq() + 1
                                || !Arrays.equals(link.chain(), link.entry().chain(key, before.chain()));
                    })
                    .mapToLong(link -> link.entry().seq())
                    .findFirst();
        }
    }

    /** The number of entries and the end of the chain, to be written down outside the house: a log that was cut off does not contain it. */
    public String end() {
        return sql.sql("select seq || ' ' || encode(chain, 'hex') from audit.entry order by seq desc limit 1")
                .query(String.class)
                .optional()
                .orElse("0");
    }

    private record Link(Entry entry, byte[] chain) {}

    private static Link link(ResultSet row, int number) throws SQLException {
        var entry = new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("verb"),
                row.getString("subject"),
                row.getString("detail"));
        return new Link(entry, row.getBytes("chain"));
    }

    /** Any text as the database can hold it, so that no crafted byte keeps an act out of the log (NC-SA-2018-006). */
    private static String storable(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .limit(MOST)
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
