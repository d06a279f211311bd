package kith.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Moves the people of a {@link Past} into a house with all that they ever wrote, straight into its tables. */
final class Filling {
    private static final String[] NAMES =
            "Sam Alex Kiri Jo Ana Tane Ruth Nell Ivo Mette Ola Bea Max Lou Fen Rua Mika Tui Noor Ines".split(" ");
    private static final String[] KINDS = {"WITH_YOU", "BEEN_THERE", "HELPED_ME", "THANK_YOU"};
    private static final double THANKED = 0.3;

    private final Connection house;
    private final Callable<Connection> another;
    private final Prose prose;
    private final Past past;
    private final Instant now;
    private final Random random = new Random(1_492);
    private final List<UUID> communities = new ArrayList<>();
    private final List<List<UUID>> sections = new ArrayList<>();
    private final UUID[] members;
    private final UUID[] topics;
    private final int[][] memberships;

    Filling(Connection house, Callable<Connection> another, Prose prose, Size size, Instant now) {
        this.house = house;
        this.another = another;
        this.prose = prose;
        this.now = now;
        this.past = new Past(size, now);
        this.members = new UUID[size.members()];
        this.topics = new UUID[past.topics];
        this.memberships = memberships(size);
    }

    private int[][] memberships(Size size) {
        var lists = new int[size.communities()][];
        for (var n = 0; n < lists.length; n++) {
            var mine = n;
            lists[n] = java.util.stream.IntStream.range(0, size.members())
                    .filter(member -> past.communityOf[member] == mine)
                    .toArray();
        }
        return lists;
    }

    void run() throws SQLException, IOException {
        try (var sql = house.createStatement()) {
            // Foreign keys and triggers are not asked: the rows are right, and there are millions.
            sql.execute("set session_replication_role = replica");
            sql.execute("set synchronous_commit = off");
            sql.execute("set maintenance_work_mem = '512MB'");
            found(sql);
            people();
            sessions();
            belonging();
            open();
            write();
            thank();
            new Answering(house, prose, now, this::id).run(past.size, largest());
            sql.execute("set session_replication_role = origin");
            new Shelving(another, past.start, now).run();
            sql.execute("vacuum (analyze)");
            sql.execute("checkpoint");
        }
    }

    /** The communities of the demonstration house, and as many more like them as are wanted; every second one may be read by strangers. */
    private void found(java.sql.Statement sql) throws SQLException {
        for (var n = 0; n < past.size.communities(); n++) {
            if (n >= 3) {
                found(sql, n);
            }
        }
        try (var rows = sql.executeQuery("select id from community.community order by created_at, id")) {
            while (rows.next()) {
                communities.add(rows.getObject(1, UUID.class));
                sections.add(new ArrayList<>());
            }
        }
        for (var n = 0; n < communities.size(); n++) {
            sql.execute("update community.community set visibility = '%s' where id = '%s'"
                    .formatted(n % 2 == 0 ? "OPEN_TO_READ" : "PRIVATE", communities.get(n)));
            try (var rows =
                    sql.executeQuery("select id from community.section where community_id = '%s' order by position"
                            .formatted(communities.get(n)))) {
                while (rows.next()) {
                    sections.get(n).add(rows.getObject(1, UUID.class));
                }
            }
        }
    }

    private void found(java.sql.Statement sql, int n) throws SQLException {
        var id = id(now.minusSeconds(1_000_000 - n));
        sql.execute("""
                create temporary table one on commit preserve rows as
                select * from community.community order by created_at, id offset %d limit 1""".formatted(n % 3));
        sql.execute("""
                insert into community.section (id, community_id, slug, name, description, kind, content_note, position)
                select gen_random_uuid(), '%s', s.slug, s.name, s.description, s.kind, s.content_note, s.position
                from community.section s join one on one.id = s.community_id""".formatted(id));
        sql.execute("""
                insert into community.guidelines (community_id, version, text)
                select '%s', g.version, g.text from community.guidelines g join one on one.id = g.community_id""".formatted(id));
        sql.execute("update one set id = '%s', slug = 'place-%d', name = 'Place %d', created_at = now()"
                .formatted(id, n, n));
        sql.execute("insert into community.community select * from one");
        sql.execute("drop table one");
    }

    private void people() throws SQLException, IOException {
        try (var rows = new Copying(
                house,
                "identity.account (id, email, name, name_key, face, language, timezone, status, old_enough, created_at, confirmed_at)")) {
            for (var n = 0; n < members.length; n++) {
                var joined = past.start.plusSeconds((long) (random.nextDouble() * 86_400 * 1_400));
                members[n] = id(joined);
                var name = NAMES[n % NAMES.length] + " " + Integer.toString(n + 46_656, 36);
                rows.row(
                        members[n],
                        "m%d@bench.invalid".formatted(n),
                        name,
                        "bench" + n,
                        "fern",
                        n % 5 == 0 ? "de" : "en",
                        "Europe/Berlin",
                        "ACTIVE",
                        true,
                        joined,
                        joined);
            }
        }
    }

    private void sessions() throws SQLException, IOException {
        try (var rows = new Copying(
                house, "identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)")) {
            for (var n = 0; n < members.length; n++) {
                rows.row(id(now), hash(secret(members[n])), members[n], "Firefox", now, now, now);
            }
        }
    }

    private void belonging() throws SQLException, IOException {
        try (var rows = new Copying(
                house,
                "community.membership (community_id, account_id, role, joined_at, guidelines, onboarded, profession)")) {
            for (var list : memberships) {
                for (var n = 0; n < list.length; n++) {
                    var member = list[n];
                    rows.row(
                            communities.get(past.communityOf[member]),
                            members[member],
                            role(n),
                            past.start,
                            1,
                            true,
                            n >= 5 && n < 8 ? "Nurse" : "");
                }
            }
        }
    }

    private static String role(int n) {
        return n < 2 ? "MANAGER" : n < 5 ? "MODERATOR" : n < 8 ? "PRACTITIONER" : n % 20 == 0 ? "SUPPORTER" : "MEMBER";
    }

    private void open() throws SQLException, IOException {
        try (var rows = new Copying(
                house,
                "conversation.topic (id, community_id, section_id, author_id, title, opening, opened_at, active_at, answered_at, reply_count)")) {
            for (var n = 0; n < topics.length; n++) {
                var opened = past.start.plusSeconds(past.opened[n]);
                var place = past.topicCommunity[n];
                topics[n] = id(opened);
                rows.row(
                        topics[n],
                        communities.get(place),
                        sections.get(place)
                                .get(random.nextInt(sections.get(place).size())),
                        members[past.opener[n]],
                        prose.title(random),
                        prose.title(random),
                        opened,
                        past.start.plusSeconds(past.active[n]),
                        past.answered[n] == 0 ? null : past.start.plusSeconds(past.answered[n]),
                        past.replies[n]);
            }
        }
    }

    private void write() throws SQLException, IOException {
        var opening = new boolean[topics.length];
        try (var rows = new Copying(
                house,
                "conversation.post (id, topic_id, community_id, author_id, opens, body, html, renderer, posted_at)")) {
            for (var n = 0; n < past.size.posts(); n++) {
                var topic = past.topicOf[n];
                var opens = !opening[topic] && past.opens(n);
                opening[topic] |= opens;
                var at = past.start
                        .plusSeconds(past.secondOf[n])
                        .plusNanos(opens ? 0 : 1_000L * (1 + random.nextInt(900_000)));
                var text = prose.post(random);
                rows.row(
                        id(at),
                        topics[topic],
                        communities.get(past.topicCommunity[topic]),
                        members[past.writerOf[n]],
                        opens,
                        text.body(),
                        text.html(),
                        1,
                        at);
            }
        }
    }

    private void thank() throws SQLException, IOException {
        var thanked = new ArrayList<UUID>();
        var place = new ArrayList<Integer>();
        try (var sql = house.createStatement()) {
            sql.setFetchSize(10_000);
            house.setAutoCommit(false);
            try (var rows = sql.executeQuery("select id, community_id from conversation.post")) {
                while (rows.next()) {
                    if (random.nextDouble() < THANKED) {
                        thanked.add(rows.getObject(1, UUID.class));
                        place.add(communities.indexOf(rows.getObject(2, UUID.class)));
                    }
                }
            }
            house.commit();
            house.setAutoCommit(true);
        }
        try (var rows = new Copying(house, "conversation.thanks (post_id, member_id, kind, given_at)")) {
            for (var n = 0; n < thanked.size(); n++) {
                var list = memberships[place.get(n)];
                var first = random.nextInt(list.length);
                var people = Math.min(list.length, 1 + random.nextInt(4));
                for (var m = 0; m < people; m++) {
                    rows.row(
                            thanked.get(n),
                            members[list[(first + m * 7) % list.length]],
                            KINDS[random.nextInt(4)],
                            now);
                }
            }
        }
    }

    /** The communities by the number of their members, the largest first. */
    private List<UUID> largest() {
        return java.util.stream.IntStream.range(0, memberships.length)
                .boxed()
                .sorted(java.util.Comparator.comparingInt(n -> -memberships[n].length))
                .map(communities::get)
                .toList();
    }

    /** A UUID of version 7 for a moment that is past. */
    private UUID id(Instant at) {
        var high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    /** The secret of a member's session: nothing is secret in a house of imagined people. */
    static String secret(UUID member) {
        return "bench-" + member;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
