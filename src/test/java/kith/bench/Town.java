package kith.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Who and what can be asked for in a filled house: each community with its members who are signed in, and topics that fill a page. */
final class Town {
    /** So many topics of one community are asked for at most; far more than any cache would hold by luck. */
    private static final int MOST_TOPICS = 5_000;

    private static final int FULL_PAGE = 20;

    /** One community. */
    record Quarter(UUID id, String slug, boolean open, List<UUID> signedIn, List<UUID> topics) {
        UUID member(Random random) {
            return signedIn.get(random.nextInt(signedIn.size()));
        }

        UUID topic(Random random) {
            return topics.get(random.nextInt(topics.size()));
        }
    }

    private final List<Quarter> quarters;
    private final List<Quarter> open;

    private Town(List<Quarter> quarters) {
        this.quarters = quarters;
        this.open = quarters.stream().filter(Quarter::open).toList();
    }

    static Town read(Connection house) throws SQLException {
        try (var sql = house.createStatement()) {
            // Whoever was signed in when the house was filled is so still.
            sql.execute("update identity.session set started_at = now(), seen_at = now()");
            sql.execute("delete from identity.bucket");
            var quarters = new LinkedHashMap<UUID, Quarter>();
            try (var rows =
                    sql.executeQuery("select id, slug, visibility from community.community order by created_at, id")) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var open = rows.getString(3).equals("OPEN_TO_READ");
                    quarters.put(id, new Quarter(id, rows.getString(2), open, new ArrayList<>(), new ArrayList<>()));
                }
            }
            people(sql, quarters);
            topics(sql, quarters);
            return new Town(quarters.values().stream()
                    .filter(q -> !q.signedIn().isEmpty() && !q.topics().isEmpty())
                    .toList());
        }
    }

    private static void people(java.sql.Statement sql, Map<UUID, Quarter> quarters) throws SQLException {
        try (var rows = sql.executeQuery("""
                select m.community_id, m.account_id from community.membership m
                join identity.account a on a.id = m.account_id join identity.session s on s.account_id = a.id
                where a.email like '%@bench.invalid' and m.role in ('MEMBER', 'SUPPORTER')""")) {
            while (rows.next()) {
                quarters.get(rows.getObject(1, UUID.class)).signedIn().add(rows.getObject(2, UUID.class));
            }
        }
    }

    private static void topics(java.sql.Statement sql, Map<UUID, Quarter> quarters) throws SQLException {
        try (var rows = sql.executeQuery("""
                select community_id, id from (
                    select community_id, id, row_number() over (partition by community_id order by md5(id::text)) as n
                    from conversation.topic where reply_count >= %d and closed_at is null) chosen where n <= %d""".formatted(FULL_PAGE - 1, MOST_TOPICS))) {
            while (rows.next()) {
                quarters.get(rows.getObject(1, UUID.class)).topics().add(rows.getObject(2, UUID.class));
            }
        }
    }

    /** A community by the number of its topics, or one of those open to strangers. */
    Quarter quarter(Random random, boolean openOnly) {
        var from = openOnly ? open : quarters;
        var sum = from.stream().mapToInt(q -> q.topics().size()).sum();
        var at = random.nextInt(sum);
        for (var quarter : from) {
            at -= quarter.topics().size();
            if (at < 0) {
                return quarter;
            }
        }
        return from.getLast();
    }

    Optional<Quarter> quarter(UUID id) {
        return quarters.stream().filter(quarter -> quarter.id().equals(id)).findFirst();
    }

    /** The community with the most members. */
    Quarter largest() {
        return quarters.stream()
                .max(java.util.Comparator.comparingInt(q -> q.signedIn().size()))
                .orElseThrow();
    }

    /** The topics of all communities. */
    List<UUID> topics() {
        return quarters.stream().flatMap(q -> q.topics().stream()).toList();
    }
}
