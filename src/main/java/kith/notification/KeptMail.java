package kith.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A mail that lies in the house. */
public record KeptMail(UUID id, String address, String subject, String text, Instant madeAt, String state) {
    static final String SELECT = "select id, address, subject, body, made_at, state from notification.mail ";

    static KeptMail of(ResultSet row, int number) throws SQLException {
        return new KeptMail(
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("state"));
    }
}
