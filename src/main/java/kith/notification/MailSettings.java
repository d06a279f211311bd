package kith.notification;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Optional;
import kith.identity.Ids;
import kith.page.Phrases;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** The operator's choice of a mail server: kept, and tried out with one mail. */
@Component
public class MailSettings {
    /** A mail server; user and password empty where it asks for none. */
    public record Choice(String host, int port, String user, String password, boolean secure, String from) {}

    private final Smtp smtp;
    private final Phrases phrases;

    MailSettings(Smtp smtp, Phrases phrases) {
        this.smtp = smtp;
        this.phrases = phrases;
    }

    public void keepAsHouse(Choice choice) {
        smtp.choose(server(choice));
    }

    /** Hands one mail in at once; gives what the server said where it would not take it. */
    public Optional<String> tryAsHouse(Choice choice, String to, Locale locale) {
        var written = Written.of(phrases, locale, "notification.trial", null);
        var mail = Outgoing.of(Ids.next(), to, locale, written);
        try {
            smtp.hand(server(choice), mail);
            return Optional.empty();
        } catch (MessagingException | UnsupportedEncodingException | MailException e) {
            var said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Optional.of(said.length() > 200 ? said.substring(0, 200) + "…" : said);
        }
    }

    /** Who decides where mails go: the operator here, the environment that the house was started with, or the demonstration, which sends none. */
    public enum Ruled {
        HERE,
        ENVIRONMENT,
        DEMO
    }

    Ruled ruled() {
        return smtp.ruled();
    }

    /** The server that mails go through now, or null. */
    @Nullable
    String host() {
        return smtp.server().map(Smtp.Server::host).orElse(null);
    }

    Optional<Smtp.Server> kept() {
        return smtp.chosen();
    }

    MailServerForm form() {
        return kept().map(MailServerForm::of)
                .orElseGet(() -> new MailServerForm("", "587", MailServerForm.STARTTLS, "", "", smtp.from()));
    }

    void forget() {
        smtp.forget();
    }

    private static Smtp.Server server(Choice choice) {
        return new Smtp.Server(
                choice.host(),
                choice.port(),
                choice.user().isEmpty() ? null : choice.user(),
                choice.user().isEmpty() ? null : choice.password(),
                choice.secure(),
                choice.from());
    }
}
