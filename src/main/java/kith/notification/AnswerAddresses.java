package kith.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses to which members answer: each is for one member and post, and nobody can make one up. */
@Component
class AnswerAddresses implements MailDoor {
    private static final String PURPOSE = "answer";
    private static final String ANSWER = "a";
    private static final String BOUNCE = "b";

    private final JdbcClient sql;
    private final Marks marks;
    private final AnswerSettings settings;

    AnswerAddresses(JdbcClient sql, Marks marks, AnswerSettings settings) {
        this.sql = sql;
        this.marks = marks;
        this.settings = settings;
    }

    /** Who answers what. */
    record Asked(UUID notice, MemberId who, UUID thread, UUID about) {
        /** Not the topic: an answer finds its post wherever a host brought it. */
        private String bound() {
            return who + " " + about;
        }

        private static Asked of(ResultSet row, int n) throws SQLException {
            return new Asked(
                    row.getObject("id", UUID.class),
                    new MemberId(row.getObject("account_id", UUID.class)),
                    row.getObject("thread_id", UUID.class),
                    row.getObject("about_id", UUID.class));
        }
    }

    private static final String ASKED = """
            select n.id, n.account_id, b.thread_id, n.about_id from notification.notice n join notification.bundle b on b.id = n.bundle_id where\s""";

    @Override
    public Optional<String> answers(MemberId reader, String kind, UUID thread, UUID about) {
        return settings.box()
                .flatMap(box -> sql.sql(ASKED + "n.account_id = :who and n.kind = :kind and n.about_id = :about")
                        .param("who", reader.value())
                        .param("kind", kind)
                        .param("about", about)
                        .query(Asked::of)
                        .optional()
                        .map(asked -> box.at(ANSWER + marks.sign(PURPOSE, asked.notice(), asked.bound()))));
    }

    @Override
    public Optional<String> returns(String tag) {
        return settings.box().map(box -> box.at(BOUNCE + tag));
    }

    /** What an address asks, where the house itself made it. */
    Optional<Asked> asked(String sign) {
        return Optional.of(sign)
                .filter(whole -> whole.startsWith(ANSWER))
                .map(whole -> whole.substring(1))
                .flatMap(mark -> marks.id(mark)
                        .flatMap(id -> sql.sql(ASKED + "n.id = :id")
                                .param("id", id)
                                .query(Asked::of)
                                .optional())
                        .filter(asked -> marks.good(PURPOSE, mark, asked.bound())));
    }

    /** The tag of a mail that came back. */
    static Optional<String> returned(String sign) {
        return sign.startsWith(BOUNCE) ? Optional.of(sign.substring(1)) : Optional.empty();
    }
}
