package kith.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Somebody opens their round in a community where very much waits: its manager, and a practitioner. */
final class RoundMeasure implements Measure {
    private static final String STAFF = """
            select distinct on (m.role) m.account_id, c.slug, lower(m.role), (select count(*) from duty.duty d where d.community_id = c.id and d.outcome is null)
            from community.membership m join community.community c on c.id = m.community_id
            join identity.account a on a.id = m.account_id and a.email like '%%@bench.invalid'
            where m.role in ('MANAGER', 'PRACTITIONER') and m.community_id = %s
              and exists (select from identity.session s where s.account_id = m.account_id)
            order by m.role, m.account_id desc""".formatted(Owing.HERE);

    private static final int FOUR = 4;

    private final int port;
    private final UUID who;
    private final String slug;
    private final String name;

    private RoundMeasure(int port, UUID who, String slug, String name) {
        this.port = port;
        this.who = who;
        this.slug = slug;
        this.name = name;
    }

    static List<Measure> all(RowsFloor.Owner house, int port) throws IOException {
        var all = new ArrayList<Measure>();
        try (var connection = house.connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(STAFF)) {
            while (rows.next()) {
                all.add(new RoundMeasure(
                        port,
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        "round of a %s, %,d duties open".formatted(rows.getString(3), rows.getInt(4))));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return all;
    }

    /** Four people of one community walk their rounds at once: already many. */
    @Override
    public int browsers(int most) {
        return Math.min(FOUR, most);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Load.Asking open() throws IOException {
        var wire = new Wire(port);
        return new Load.Asking() {
            @Override
            public int ask(Random random) throws IOException {
                var answer = wire.get("/round/" + slug, PageMeasure.headers(who));
                if (answer.status() != 200) {
                    throw new IOException("the round answered " + answer.status());
                }
                return answer.size();
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }
}
