package kith.community;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import kith.identity.SignUpPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may make an account: anybody while some community takes newcomers in, and whoever holds a good invitation to one. */
@Component
class OpenDoors implements SignUpPolicy {
    /** What is asked for where no community says it. */
    private static final int AGE = 16;

    private final JdbcClient sql;
    private final PlacePacks packs;
    private final Redemptions redemptions;

    OpenDoors(JdbcClient sql, PlacePacks packs, Redemptions redemptions) {
        this.sql = sql;
        this.packs = packs;
        this.redemptions = redemptions;
    }

    @Override
    public boolean open() {
        return sql.sql("select exists (select from community.community where joining <> 'INVITATION')")
                .query(Boolean.class)
                .single();
    }

    /** The largest age that a community asks for which newcomers may choose; where all are closed, of all. */
    @Override
    public int age() {
        return sql.sql("""
                        select id from community.community
                        where joining <> 'INVITATION' or not exists (select from community.community where joining <> 'INVITATION')
                        """).query((row, n) -> new CommunityId(row.getObject("id", UUID.class))).list().stream()
                .map(id -> packs.ofAsHouse(id).pack().minimumAge())
                .max(Comparator.naturalOrder())
                .orElse(AGE);
    }

    @Override
    public Optional<Welcome> welcome(String secret) {
        return redemptions.welcomeAsHouse(secret);
    }
}
