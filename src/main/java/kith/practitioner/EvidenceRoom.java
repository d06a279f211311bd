package kith.practitioner;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kith.house.HouseKey;
import kith.identity.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What shows that somebody is what they say: sealed, so that whoever has only the database cannot read it, and gone with the decision. */
@Component
class EvidenceRoom {
    /** A scanned certificate of several pages. */
    static final int MOST_BYTES = 5 << 20;

    /** A file as it was brought: its type is what its first bytes say, whatever its name says. */
    record Brought(String type, byte[] content) {
        static Optional<Brought> of(byte[] content) {
            return content.length > MOST_BYTES
                    ? Optional.empty()
                    : type(content).map(type -> new Brought(type, content));
        }

        private static Optional<String> type(byte[] content) {
            return starts(content, '%', 'P', 'D', 'F', '-')
                    ? Optional.of("application/pdf")
                    : starts(content, 0xFF, 0xD8, 0xFF)
                            ? Optional.of("image/jpeg")
                            : starts(content, 0x89, 'P', 'N', 'G', 13, 10, 26, 10)
                                    ? Optional.of("image/png")
                                    : Optional.empty();
        }

        private static boolean starts(byte[] content, int... with) {
            return content.length > with.length
                    && IntStream.range(0, with.length).allMatch(n -> content[n] == (byte) with[n]);
        }

        String name() {
            return "evidence." + type.replaceFirst(".*/", "").replace("jpeg", "jpg");
        }
    }

    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    EvidenceRoom(JdbcClient sql, HouseKey key, Clock clock) {
        this.sql = sql;
        this.seal = new Seal(key.derive("practitioner/evidence"));
        this.clock = clock;
    }

    void keep(UUID application, Brought brought) {
        var id = Ids.next();
        sql.sql(
                        "insert into practitioner.evidence (id, application_id, type, sealed, brought_at) values (:id, :application, :type, :sealed, :now)")
                .param("id", id)
                .param("application", application)
                .param("type", brought.type())
                .param("sealed", seal.close(brought.content(), id))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** For whom the application says that they may. */
    Optional<Brought> open(UUID id) {
        return sql.sql("select type, sealed from practitioner.evidence where id = :id")
                .param("id", id)
                .query((row, n) -> new Brought(row.getString("type"), seal.open(row.getBytes("sealed"), id)))
                .optional();
    }

    void forget(UUID application) {
        sql.sql("delete from practitioner.evidence where application_id = :application")
                .param("application", application)
                .update();
    }
}
