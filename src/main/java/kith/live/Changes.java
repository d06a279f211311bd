package kith.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The feed: all changes of the last hour, in one order for all nodes. */
@Component
class Changes {
    static final int AT_ONCE = 500;
    private static final int PRUNED_AT_ONCE = 5_000;

    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    Changes(JdbcClient sql, TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    void add(List<Told> all) {
        if (!all.isEmpty()) {
            sql.sql("""
                            insert into live.change (noun, key, kind, about)
                            select * from unnest(:nouns::text[], :keys::uuid[], :kinds::text[], :abouts::uuid[])""")
                    .param("nouns", texts(all, told -> told.channel().noun()))
                    .param("keys", texts(all, told -> told.channel().key()))
                    .param("kinds", texts(all, Told::kind))
                    .param("abouts", texts(all, Told::about))
                    .update();
        }
    }

    private static String[] texts(List<Told> all, Function<Told, Object> of) {
        return all.stream().map(of).map(Object::toString).toArray(String[]::new);
    }

    /** Gives numbers to what has none yet, and tells every node; returns how many. The lock is let go only after the numbers can be seen. */
    int number() {
        return transactions.execute(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('live.number'))")
                    .query((row, n) -> n)
                    .list();
            var numbered = sql.sql("""
                            update live.change set number = nextval('live.number')
                            where id in (select id from live.change where number is null order by id limit :most)""").param("most", AT_ONCE).update();
            if (numbered > 0) {
                sql.sql("select pg_notify('live', last_value::text) from live.number")
                        .query((row, n) -> n)
                        .list();
            }
            return numbered;
        });
    }

    boolean unnumbered() {
        return sql.sql("select exists (select from live.change where number is null)")
                .query(Boolean.class)
                .single();
    }

    /** The highest number that was given out, 0 where the feed is empty. */
    long last() {
        return sql.sql("select coalesce(max(number), 0) from live.change")
                .query(Long.class)
                .single();
    }

    /** What came after a number, in order. */
    List<Change> after(long number) {
        return sql.sql(
                        "select number, noun, key, kind, about from live.change where number > :number order by number limit :most")
                .param("number", number)
                .param("most", AT_ONCE)
                .query(Changes::change)
                .list();
    }

    /** What came on these channels after one number and up to another, in order; at most one more than {@link #AT_ONCE}. */
    List<Change> between(Collection<Channel> channels, long after, long upTo) {
        return sql.sql("""
                        select c.number, c.noun, c.key, c.kind, c.about from live.change c
                        join unnest(cast(:nouns as text[]), cast(:keys as uuid[])) k (noun, key) on c.noun = k.noun and c.key = k.key
                        where c.number > :after and c.number <= :upto order by c.number limit :most""")
                .param("nouns", channels.stream().map(Channel::noun).toArray(String[]::new))
                .param("keys", channels.stream().map(c -> c.key().toString()).toArray(String[]::new))
                .param("after", after)
                .param("upto", upTo)
                .param("most", AT_ONCE + 1)
                .query(Changes::change)
                .list();
    }

    /** Forgets what is older than an hour: a page that slept longer looks at everything again. */
    void prune() {
        int gone;
        do {
            gone = sql.sql("""
                            delete from live.change where number in (
                                select number from (select number, at from live.change where number is not null order by number limit :most) oldest
                                where at < now() - interval '1 hour')""").param("most", PRUNED_AT_ONCE).update();
        } while (gone == PRUNED_AT_ONCE);
    }

    private static Change change(ResultSet row, int n) throws SQLException {
        return new Change(
                row.getLong("number"),
                new Channel(row.getString("noun"), row.getObject("key", UUID.class)),
                row.getString("kind"),
                row.getObject("about", UUID.class));
    }
}
