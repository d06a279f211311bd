package kith.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door by which many people arrive together with their names, without a password. Who has an e-mail address claims the account with a sign-in link to it;
 * who has none stays a name that nobody can sign in to.
 */
@Component
public class ArrivingAccounts {
    /** Somebody who arrives: {@code email} empty where unknown, {@code confirmed} only for people who are imagined. */
    public record Arrival(
            String name, String email, Locale locale, String zone, String face, Instant since, boolean confirmed) {
        /** Somebody who is only a name here. */
        public static Arrival voice(String name, String face, Instant since) {
            return new Arrival(name, "", Locale.ENGLISH, "UTC", face, since, false);
        }
    }

    /** Who somebody is here now: {@code known} when the address had an account already, and the display name that it has. */
    public record Arrived(MemberId id, String name, boolean known) {}

    /** No mail ever goes there (RFC 2606). */
    private static final String NOWHERE = "@nobody.invalid";

    private final JdbcClient sql;

    ArrivingAccounts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Gives each an account, in their order; a name that is taken gets a number behind it. All or none. */
    @Transactional
    public List<Arrived> arriveAsHouse(List<Arrival> arrivals) {
        var known = known(arrivals);
        var names = unique(arrivals.stream()
                .filter(arrival -> !known.containsKey(email(arrival)))
                .toList());
        var accounts = new LinkedHashMap<Arrival, Row>();
        names.forEach((arrival, name) -> accounts.put(arrival, row(arrival, name)));
        insert(List.copyOf(accounts.values()));
        return arrivals.stream().map(arrival -> who(arrival, accounts, known)).toList();
    }

    private record Row(UUID id, String email, DisplayName name, Arrival arrival) {}

    private static Row row(Arrival arrival, DisplayName name) {
        var id = Ids.next();
        var email = email(arrival);
        return new Row(id, email.isEmpty() ? id + NOWHERE : email, name, arrival);
    }

    private static Arrived who(Arrival arrival, Map<Arrival, Row> accounts, Map<String, Arrived> known) {
        var row = accounts.get(arrival);
        if (row != null) {
            return new Arrived(new MemberId(row.id()), row.name().text(), false);
        }
        var before = known.get(email(arrival));
        return before == null ? again(accounts, arrival) : before;
    }

    /** The same address twice in one batch is one person. */
    private static Arrived again(Map<Arrival, Row> rows, Arrival arrival) {
        return rows.values().stream()
                .filter(row -> row.email().equals(email(arrival)))
                .findFirst()
                .map(row -> new Arrived(new MemberId(row.id()), row.name().text(), true))
                .orElseThrow();
    }

    private static String email(Arrival arrival) {
        return EmailAddress.read(arrival.email()).orElse("");
    }

    private Map<String, Arrived> known(List<Arrival> arrivals) {
        var emails = arrivals.stream()
                .map(ArrivingAccounts::email)
                .filter(email -> !email.isEmpty())
                .toArray(String[]::new);
        return sql
                .sql("select id, email, name from identity.account where email = any(:emails) and status <> 'ERASED'")
                .param("emails", emails)
                .query((row, n) -> Map.entry(
                        row.getString("email"),
                        new Arrived(new MemberId(row.getObject("id", UUID.class)), row.getString("name"), true)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A name for each; the same address twice is one person. */
    private Map<Arrival, DisplayName> unique(List<Arrival> arrivals) {
        var seen = new HashSet<String>();
        var people = arrivals.stream()
                .filter(a -> email(a).isEmpty() || seen.add(email(a)))
                .distinct()
                .toList();
        return new FreeNames(this::taken).give(people, Arrival::name);
    }

    private Set<String> taken(String[] keys) {
        return new HashSet<>(sql.sql("select name_key from identity.account where name_key = any(:keys)")
                .param("keys", keys)
                .query(String.class)
                .list());
    }

    private void insert(List<Row> rows) {
        sql.sql("""
                        insert into identity.account (id, email, name, name_key, face, language, timezone, status, old_enough, created_at, confirmed_at)
                        select a.id, a.email, a.name, a.name_key, a.face, a.language, a.zone, a.status, a.status = 'ACTIVE', a.since,
                               case when a.status = 'ACTIVE' then a.since end
                        from unnest(:ids::uuid[], :emails::text[], :names::text[], :keys::text[], :faces::text[], :languages::text[],
                                    :zones::text[], :status::text[], :since::timestamptz[])
                            as a (id, email, name, name_key, face, language, zone, status, since)
                        """)
                .param("ids", column(rows, row -> row.id().toString()))
                .param("emails", column(rows, Row::email))
                .param("names", column(rows, row -> row.name().text()))
                .param("keys", column(rows, row -> row.name().key()))
                .param("faces", column(rows, row -> row.arrival().face()))
                .param("languages", column(rows, row -> row.arrival().locale().toLanguageTag()))
                .param(
                        "zones",
                        column(
                                rows,
                                row -> Zones.read(row.arrival().zone())
                                        .map(java.time.ZoneId::getId)
                                        .orElse("UTC")))
                .param("status", column(rows, row -> row.arrival().confirmed() ? "ACTIVE" : "UNCONFIRMED"))
                .param("since", column(rows, row -> row.arrival().since().toString()))
                .update();
    }

    private static String[] column(List<Row> rows, Function<Row, String> cell) {
        return new ArrayList<>(rows).stream().map(cell).toArray(String[]::new);
    }
}
