package kith.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import kith.house.House;
import kith.house.HouseKey;
import kith.identity.HouseAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server that the operator chose, in the house's settings or by {@code KITH_SMTP_URL}; a demonstration house has none. */
@Component
class Smtp {
    private static final String SECONDS = "15000";
    private static final List<String> SETTINGS =
            List.of("mail.host", "mail.port", "mail.from", "mail.secure", "mail.user", "mail.password");
    private final House house;
    private final HouseAddress address;
    private final PasswordBox box;
    private final String url;

    Smtp(House house, HouseAddress address, HouseKey key, @Value("${kith.smtp.url:}") String url) {
        this.house = house;
        this.address = address;
        this.box = new PasswordBox(key.derive("notification/smtp"));
        this.url = url;
    }

    /** Where to hand mails in; {@code secure} says whether the connection is TLS from its start. */
    record Server(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            boolean secure,
            String from) {}

    /** Keeps the operator's choice; the password is encrypted with the house's key. */
    void choose(Server server) {
        house.set("mail.host", server.host());
        house.set("mail.port", Integer.toString(server.port()));
        house.set("mail.from", server.from());
        house.set("mail.secure", Boolean.toString(server.secure()));
        house.forget("mail.user");
        house.forget("mail.password");
        if (server.user() != null && server.password() != null) {
            house.set("mail.user", server.user());
            house.set("mail.password", box.close(server.password()));
        }
    }

    Optional<Server> server() {
        if (house.demo()) {
            return Optional.empty();
        }
        return url.isBlank() ? chosen() : Optional.of(read(URI.create(url)));
    }

    MailSettings.Ruled ruled() {
        return house.demo()
                ? MailSettings.Ruled.DEMO
                : url.isBlank() ? MailSettings.Ruled.HERE : MailSettings.Ruled.ENVIRONMENT;
    }

    /** From now on mails stay in the house. */
    void forget() {
        SETTINGS.forEach(house::forget);
    }

    /** Whom mails are from where nobody chose otherwise. */
    String from() {
        return "house@" + address.host();
    }

    Optional<Server> chosen() {
        return house.setting("mail.host")
                .filter(host -> !host.isBlank())
                .map(host -> new Server(
                        host,
                        house.setting("mail.port").map(Integer::parseInt).orElse(587),
                        house.setting("mail.user").orElse(null),
                        house.setting("mail.password").map(box::open).orElse(null),
                        house.setting("mail.secure").map(Boolean::parseBoolean).orElse(false),
                        house.setting("mail.from").orElseGet(this::from)));
    }

    /** {@code smtp[s]://user:password@host:port?from=house@example.org}. */
    private Server read(URI uri) {
        var login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var secure = "smtps".equals(uri.getScheme());
        var from = uri.getQuery() != null && uri.getQuery().startsWith("from=")
                ? uri.getQuery().substring(5)
                : from();
        return new Server(
                uri.getHost(),
                port(uri),
                login.length == 2 ? URLDecoder.decode(login[0], StandardCharsets.UTF_8) : null,
                login.length == 2 ? URLDecoder.decode(login[1], StandardCharsets.UTF_8) : null,
                secure,
                from);
    }

    static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "smtps".equals(uri.getScheme()) ? 465 : 587;
    }

    /** Hands one mail in; whatever goes wrong is thrown, and the mail is tried again. */
    void hand(Server server, Outgoing mail) throws MessagingException, UnsupportedEncodingException {
        var sender = sender(server, mail.returns());
        var message = new Stamped(sender, "<" + mail.id() + "@" + address.host() + ">");
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(new InternetAddress(server.from(), "Kith", "UTF-8"));
        helper.setTo(mail.to());
        helper.setSubject(mail.written().subject());
        helper.setText(mail.written().text(), mail.written().html());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.locale());
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        sender.send(message);
    }

    private static JavaMailSenderImpl sender(Server server, @Nullable String returns) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setProtocol(server.secure() ? "smtps" : "smtp");
        sender.setUsername(server.user());
        sender.setPassword(server.password());
        var properties = properties(server);
        if (returns != null) {
            properties.setProperty((server.secure() ? "mail.smtps" : "mail.smtp") + ".from", returns);
        }
        sender.setJavaMailProperties(properties);
        return sender;
    }

    private static Properties properties(Server server) {
        var properties = new Properties();
        var protocol = server.secure() ? "mail.smtps" : "mail.smtp";
        properties.setProperty(protocol + ".auth", Boolean.toString(server.user() != null));
        properties.setProperty(protocol + ".starttls.enable", "true");
        properties.setProperty(
                protocol + ".starttls.required", Boolean.toString(server.user() != null && !server.secure()));
        properties.setProperty(protocol + ".ssl.checkserveridentity", "true");
        for (var time : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(protocol + "." + time, SECONDS);
        }
        return properties;
    }

    /** A message that keeps its id however often it is handed in. */
    private static final class Stamped extends MimeMessage {
        private final String id;

        Stamped(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
