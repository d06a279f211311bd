package kith.identity;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Base64;
import javax.sql.DataSource;
import kith.house.HouseKey;
import kith.page.TooMany;
import org.springframework.stereotype.Component;

/**
 * Keeps to the table of {@link Limit}s, over all nodes and restarts: buckets lie in the database, in a transaction of their own, under a keyed hash. When the
 * database cannot be asked, nothing is let through.
 */
@Component
public class Limits {
    private final ProxyManager<String> buckets;
    private final Seal seal;
    private final Clients clients;

    Limits(DataSource database, HouseKey key, Clients clients) {
        this.clients = clients;
        this.seal = new Seal(key.derive("identity/limits"));
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("identity.bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** Counts one, and throws {@link TooMany} (429 with when to come back) where the limit is reached. */
    public void take(Limit limit, String key) {
        var probe =
                buckets.getProxy(hash(limit, key), () -> configuration(limit)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    public void take(Limit limit, MemberId who) {
        take(limit, who.toString());
    }

    /** The same for the network address that a request comes from. */
    public void take(Limit limit, HttpServletRequest request) {
        take(limit, clients.of(request));
    }

    private String hash(Limit limit, String key) {
        return limit.name()
                + ':'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(seal.mark(limit.name() + '\0' + key));
    }

    private static BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit.capacity())
                        .refillGreedy(limit.capacity(), limit.refill())
                        .build())
                .build();
    }
}
