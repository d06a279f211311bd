package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import javax.sql.DataSource;
import kith.house.HouseKey;
import kith.page.TooMany;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * Keeps to the table of {@link Limit}s, over all nodes: buckets lie in the database under a keyed hash. A bucket is the time at which it will be full again, so
 * that taking from it is one statement (the generic cell rate algorithm of ITU-T I.371). It is a transaction of its own, which a refusal does not undo and a
 * power cut may: then somebody may try a few times more. When the database cannot be asked, nothing is let through.
 */
@Component
public class Limits {
    private static final String TAKE = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true)),
            wish as (select ?::text as id, ? * interval '1 microsecond' as one, ? * interval '1 microsecond' as all_of_it),
            taken as (
                insert into identity.bucket as b (id, full_at) select w.id, now() + w.one from wish w, quick
                on conflict (id) do update set full_at = greatest(b.full_at, now()) + (select one from wish)
                    where greatest(b.full_at, now()) + (select one from wish) <= now() + (select all_of_it from wish)
                returning 1)
            select 0 as wait from taken
            union all
            select greatest(1, ceil(extract(epoch from coalesce(b.full_at, now()) + w.one - w.all_of_it - now()))) from wish w left join identity.bucket b on b.id = w.id
            where not exists (select from taken)
            """;

    private final DataSource database;
    private final Seal seal;
    private final Clients clients;

    Limits(DataSource database, HouseKey key, Clients clients) {
        this.database = database;
        this.clients = clients;
        this.seal = new Seal(key.derive("identity/limits"));
    }

    /** Counts one, and throws {@link TooMany} (429 with when to come back) where the limit is reached. */
    public void take(Limit limit, String key) {
        var wait = seconds(limit, key);
        if (wait > 0) {
            throw new TooMany(Duration.ofSeconds(wait));
        }
    }

    public void take(Limit limit, MemberId who) {
        take(limit, who.toString());
    }

    /** The same for the network address that a request comes from. */
    public void take(Limit limit, HttpServletRequest request) {
        take(limit, clients.of(request));
    }

    /** In how many seconds one more may be taken; none when it was taken. */
    private long seconds(Limit limit, String key) {
        var whole = limit.refill().toMillis() * 1_000;
        try (var connection = database.getConnection();
                var sql = connection.prepareStatement(TAKE)) {
            sql.setString(1, hash(limit, key));
            sql.setLong(2, whole / limit.capacity());
            sql.setLong(3, whole);
            try (var rows = sql.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException away) {
            throw new CannotGetJdbcConnectionException("limits cannot be asked", away);
        }
    }

    private String hash(Limit limit, String key) {
        return limit.name()
                + ':'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(seal.mark(limit.name() + '\0' + key));
    }
}
