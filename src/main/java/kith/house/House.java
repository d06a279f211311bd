package kith.house;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The house as the modules above see it: what it is called, where it stands, and what its operator chose. */
@Component
public class House {
    private static final long FIVE_SECONDS = 5_000_000_000L;

    private record Known(Optional<String> name, Optional<String> language, Optional<String> zone, long at) {}

    private final JdbcClient jdbc;
    private final Installation installation;
    private volatile @Nullable Known known;

    House(JdbcClient jdbc, Installation installation) {
        this.jdbc = jdbc;
        this.installation = installation;
    }

    /** Its name; empty until the operator has set it up. */
    public Optional<String> name() {
        return known().name();
    }

    /** The language of visitors whose browser asks for none that the house speaks; empty until the operator has set it up. */
    public Optional<Locale> language() {
        return known().language().map(Locale::forLanguageTag);
    }

    /** Where the house is at home, for visitors of whom nothing is known; empty until the operator has set it up. */
    public Optional<ZoneId> zone() {
        return known().zone().map(ZoneId::of);
    }

    /** Asked for every page, so another node learns of a change within five seconds. */
    private Known known() {
        var kept = known;
        if (kept == null || kept.name().isEmpty() || kept.at() + FIVE_SECONDS < System.nanoTime()) {
            kept = read();
            known = kept;
        }
        return kept;
    }

    private Known read() {
        return jdbc.sql("""
                        select h.name, l.value as language, z.value as zone from house.house h
                        left join house.setting l on l.key = 'house.language' left join house.setting z on z.key = 'house.zone'
                        """)
                .query((row, n) -> new Known(
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("language")),
                        Optional.ofNullable(row.getString("zone")),
                        System.nanoTime()))
                .optional()
                .orElse(new Known(Optional.empty(), Optional.empty(), Optional.empty(), System.nanoTime()));
    }

    /** Chooses what visitors get of whom nothing is known. */
    public void settle(Locale language, ZoneId zone) {
        set("house.language", language.toLanguageTag());
        set("house.zone", zone.getId());
        known = null;
    }

    /** Whether its members are imagined; this never changes. */
    public boolean demo() {
        return installation.demo();
    }

    /** The address that members type, without a slash at its end; empty until known. */
    public Optional<URI> address() {
        return jdbc.sql("select address from house.house where address is not null")
                .query(String.class)
                .optional()
                .map(URI::create);
    }

    public void rename(String name) {
        jdbc.sql("update house.house set name = ?").param(name).update();
        known = null;
    }

    public void moveTo(URI address) {
        String plain = address.toString().replaceFirst("/+$", "");
        jdbc.sql("update house.house set address = ?").param(plain).update();
    }

    /** Forgets the address: the house is used from its own machine alone. */
    public void stayHere() {
        jdbc.sql("update house.house set address = null").update();
    }

    /** A choice of the operator's, such as "mail.host"; a secret one goes through {@link HouseKey} first. */
    public Optional<String> setting(String key) {
        return jdbc.sql("select value from house.setting where key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    public void set(String key, String value) {
        jdbc.sql("""
                insert into house.setting (key, value) values (?, ?)
                on conflict (key) do update set value = excluded.value, changed_at = now()""").params(key, value).update();
    }

    public void forget(String key) {
        jdbc.sql("delete from house.setting where key = ?").param(key).update();
    }
}
