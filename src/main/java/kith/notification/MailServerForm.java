package kith.notification;

import java.util.ArrayList;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** The mail server as its operator typed it; an empty password means the one that is kept, where user and server are the same. */
public record MailServerForm(String host, String port, String safety, String user, String password, String from) {
    static final String STARTTLS = "starttls";
    static final String TLS = "tls";

    public MailServerForm(
            @Nullable String host,
            @Nullable String port,
            @Nullable String safety,
            @Nullable String user,
            @Nullable String password,
            @Nullable String from) {
        this.host = line(host);
        this.port = line(port);
        this.safety = line(safety);
        this.user = line(user);
        this.password = password == null ? "" : password;
        this.from = line(from);
    }

    static MailServerForm of(Smtp.Server server) {
        return new MailServerForm(
                server.host(),
                Integer.toString(server.port()),
                server.secure() ? TLS : STARTTLS,
                server.user(),
                "",
                server.from());
    }

    Refusals refusals(Optional<Smtp.Server> kept) {
        var found = new ArrayList<Refusal>();
        refuse(found, host.matches("[A-Za-z0-9.:-]{1,253}"), "host", "notification.server.host.form");
        refuse(
                found,
                port.matches("[1-9]\\d{0,4}") && Integer.parseInt(port) < 65_536,
                "port",
                "notification.server.port.form");
        refuse(found, safety.equals(STARTTLS) || safety.equals(TLS), "safety", "notification.server.safety.form");
        refuse(
                found,
                user.isEmpty() || !password.isEmpty() || known(kept).isPresent(),
                "password",
                "notification.server.password.needed");
        refuse(found, from.matches("[^\\s@<>\",;]+@[^\\s@<>\",;]+"), "from", "notification.server.from.form");
        return new Refusals(found);
    }

    private static void refuse(ArrayList<Refusal> found, boolean fine, String field, String key) {
        if (!fine) {
            found.add(Refusal.in(field, key));
        }
    }

    /** The kept password, which never goes to another server or user than those it was given for. */
    private Optional<String> known(Optional<Smtp.Server> kept) {
        return kept.filter(server -> server.host().equals(host) && user.equals(server.user()))
                .map(Smtp.Server::password);
    }

    MailSettings.Choice choice(Optional<Smtp.Server> kept) {
        return new MailSettings.Choice(
                host,
                Integer.parseInt(port),
                user,
                password.isEmpty() ? known(kept).orElse("") : password,
                safety.equals(TLS),
                from);
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
