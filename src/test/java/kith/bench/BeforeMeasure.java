package kith.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A member begins to ask a practitioner, and is offered what was answered before; in communities with few and with many answered questions. */
final class BeforeMeasure implements Measure {
    private static final String ANSWERED = """
            select community_id, count(*) from advice.question where not closed and state in ('ANSWERED', 'ENDED')
            group by 1 having count(*) >= %d order by 2, 1""".formatted(Answering.FEW);

    private final Town.Quarter quarter;
    private final int questions;
    private final int port;
    private final Prose prose;

    private BeforeMeasure(Town.Quarter quarter, int questions, int port, Prose prose) {
        this.quarter = quarter;
        this.questions = questions;
        this.port = port;
        this.prose = prose;
    }

    /** One for each community that has enough of them; none in a house that was filled before there were any. */
    static List<Measure> all(RowsFloor.Owner house, Town town, int port, Prose prose) throws IOException {
        var all = new ArrayList<Measure>();
        try (var connection = house.connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(ANSWERED)) {
            while (rows.next()) {
                var count = rows.getInt(2);
                town.quarter(rows.getObject(1, UUID.class))
                        .ifPresent(quarter -> all.add(new BeforeMeasure(quarter, count, port, prose)));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return all;
    }

    @Override
    public String name() {
        return "answered before, of %,d".formatted(questions);
    }

    @Override
    public Load.Asking open() throws IOException {
        var wire = new Wire(port);
        return new Load.Asking() {
            @Override
            public int ask(Random random) throws IOException {
                var form = "_csrf=" + encoded(Token.MASKED) + "&title=" + encoded(prose.title(random));
                var answer = wire.post(
                        "/questions/" + quarter.slug() + "/before", PageMeasure.headers(quarter.member(random)), form);
                // 429: this member has typed 120 times in ten minutes; the next one types.
                if (answer.status() != 200 && answer.status() != 429) {
                    throw new IOException("what was answered before was answered " + answer.status());
                }
                return answer.size();
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
