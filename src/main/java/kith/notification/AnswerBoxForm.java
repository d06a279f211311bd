package kith.notification;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** The mailbox for answers as its operator typed it; an empty password means the one that is kept, where user and server are the same. */
public record AnswerBoxForm(String address, String host, String port, String safety, String user, String password) {
    public AnswerBoxForm(
            @Nullable String address,
            @Nullable String host,
            @Nullable String port,
            @Nullable String safety,
            @Nullable String user,
            @Nullable String password) {
        this.address = line(address).toLowerCase(Locale.ROOT);
        this.host = line(host);
        this.port = line(port);
        this.safety = line(safety);
        this.user = line(user);
        this.password = password == null ? "" : password;
    }

    /** Beside the two ways into a mailbox: a mail server brings them. */
    public static final String LMTP = "lmtp";

    private static final String HERE = "localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1";

    boolean brought() {
        return safety.equals(LMTP);
    }

    static AnswerBoxForm of(Optional<AnswerBox> kept) {
        return kept.map(box -> new AnswerBoxForm(
                        box.address(),
                        box.host(),
                        Integer.toString(box.port()),
                        box.brought() ? LMTP : box.secure() ? MailServerForm.TLS : MailServerForm.STARTTLS,
                        box.user(),
                        ""))
                .orElseGet(() -> new AnswerBoxForm("", "", "993", MailServerForm.TLS, "", ""));
    }

    Refusals refusals(Optional<AnswerBox> kept) {
        var found = new ArrayList<Refusal>();
        refuse(found, AnswerBox.ADDRESS.matcher(address).matches(), "address", "notification.answers.address.form");
        refuse(found, host.matches("[A-Za-z0-9.:-]{1,253}"), "host", "notification.server.host.form");
        refuse(found, !brought() || host.matches(HERE), "host", "notification.answers.lmtp.here");
        refuse(
                found,
                port.matches("[1-9]\\d{0,4}") && Integer.parseInt(port) < 65_536,
                "port",
                "notification.server.port.form");
        refuse(
                found,
                brought() || safety.equals(MailServerForm.TLS) || safety.equals(MailServerForm.STARTTLS),
                "safety",
                "notification.server.safety.form");
        refuse(found, brought() || !user.isEmpty(), "user", "notification.answers.user.form");
        refuse(
                found,
                brought() || !password.isEmpty() || known(kept).isPresent(),
                "password",
                "notification.server.password.needed");
        return new Refusals(found);
    }

    private static void refuse(ArrayList<Refusal> found, boolean fine, String field, String key) {
        if (!fine) {
            found.add(Refusal.in(field, key));
        }
    }

    /** The kept password, which never goes to another server or user than those it was given for. */
    private Optional<String> known(Optional<AnswerBox> kept) {
        return kept.filter(box -> box.host().equals(host) && box.user().equals(user))
                .map(AnswerBox::password);
    }

    AnswerBox box(Optional<AnswerBox> kept) {
        if (brought()) {
            return new AnswerBox(address, host, Integer.parseInt(port), false, true, "", null);
        }
        return new AnswerBox(
                address,
                host,
                Integer.parseInt(port),
                safety.equals(MailServerForm.TLS),
                user,
                password.isEmpty() ? known(kept).orElse("") : password);
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
