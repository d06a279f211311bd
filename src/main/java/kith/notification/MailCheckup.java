package kith.notification;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import kith.house.Checkup;
import kith.house.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the doctor where mails go, whether that mail server answers and whether any were left lying. */
class MailCheckup implements Checkup {
    private static final int PATIENCE_MS = 5_000;

    @Override
    public List<Finding> look(Chart chart) {
        var house = chart.house();
        if (house.demo()) {
            return List.of(Finding.ok("A demonstration house sends no mails"));
        }
        var url = chart.environment().getOrDefault("KITH_SMTP_URL", "");
        var server = url.isBlank()
                ? house.setting("mail.host")
                : Optional.ofNullable(URI.create(url).getHost());
        if (server.isEmpty()) {
            return List.of(
                    Finding.warn("Mail is kept in the house; its operator can set a mail server at /house/mail"));
        }
        var port = url.isBlank()
                ? house.setting("mail.port").map(Integer::parseInt).orElse(587)
                : Smtp.port(URI.create(url));
        return List.of(answers(server.get(), port), password(chart), lying(chart.sql()));
    }

    private static Finding answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            return Finding.ok("The mail server %s answers".formatted(host));
        } catch (IOException e) {
            return Finding.wrong(
                    "The mail server %s does not answer at port %d: look at /house/mail".formatted(host, port));
        }
    }

    private static Finding password(Chart chart) {
        var closed = chart.house().setting("mail.password");
        try {
            closed.ifPresent(text -> new PasswordBox(chart.key().derive("notification/smtp")).open(text));
            return Finding.ok(
                    closed.isPresent() ? "The mail server's password opens" : "The mail server asks for no password");
        } catch (IllegalStateException otherKey) {
            return Finding.wrong(
                    "The mail server's password does not open with this key: give it again at /house/mail");
        }
    }

    private static Finding lying(JdbcClient sql) {
        var lying = sql.sql(
                        "select count(*) from (select 1 from notification.mail where state in ('KEPT', 'PARKED') limit 1000) here")
                .query(Integer.class)
                .single();
        return lying == 0
                ? Finding.ok("No mail lies in the house")
                : Finding.warn("%d mails lie in the house; its operator can send them at /mails".formatted(lying));
    }
}
