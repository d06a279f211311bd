package kith.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kith.Kith;
import kith.Visitor;
import kith.house.TestHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A house with an open door and nobody in it, over real HTTP; tests of sign-in live in it together. */
@SpringBootTest(
        classes = Kith.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kith.test=identity")
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
abstract class IdentityHouse {
    static final String PASSWORD = "seven calm otters swim";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient sql;

    @Autowired
    Invitations invitations;

    Visitor visitor() {
        return new Visitor(port);
    }

    MemberId member(String name) {
        return member(name, false);
    }

    MemberId member(String name, boolean operator) {
        return accounts.admitAsHouse(new Newcomer(
                        email(name),
                        name,
                        passwords.hash(PASSWORD),
                        Locale.ENGLISH,
                        ZoneId.of("Pacific/Auckland"),
                        operator,
                        true))
                .orElseThrow();
    }

    static String email(String name) {
        return "mailbox." + name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }

    Visitor signedIn(String name) {
        var visitor = visitor();
        visitor.get("/sign-in");
        var answer = visitor.post("/sign-in", "email", email(name), "password", PASSWORD, "to", "/account");
        if (answer.status() != 303) {
            throw new AssertionError(answer.status() + " " + answer.words());
        }
        visitor.get("/account");
        return visitor;
    }

    List<String> mailsTo(String name) {
        return sql.sql("select body from notification.mail where address = :to order by id desc")
                .param("to", email(name))
                .query(String.class)
                .list();
    }

    /** The path in the newest mail to somebody. */
    String linkTo(String name) {
        var found = LINK.matcher(mailsTo(name).getFirst());
        if (!found.find()) {
            throw new AssertionError("no link in " + mailsTo(name));
        }
        return found.group(1);
    }
}
