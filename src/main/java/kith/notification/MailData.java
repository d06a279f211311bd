package kith.notification;

import java.sql.Types;
import java.util.List;
import java.util.Set;
import kith.identity.Accounts;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import kith.identity.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails to a person that the house still knows of. An export has their text without their links, which would let a finder in. */
@Component
class MailData implements PersonalData {
    private final JdbcClient sql;
    private final Accounts accounts;

    MailData(JdbcClient sql, Accounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    @Override
    public String module() {
        return "notification";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns(
                "notification", "mail account_id address locale subject body html made_at sent_at state");
    }

    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns("notification", "mail id tries next_at");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(PersonalRows.of("notification.export.mails", theirs(who, """
                select made_at, sent_at, state, locale, address, subject, regexp_replace(body, 'https?://\\S+', '…', 'g') as text
                from notification.mail where account_id = :who or address = :address order by id""")));
    }

    @Override
    public void erase(MemberId who) {
        theirs(who, "delete from notification.mail where account_id = :who or address = :address")
                .update();
    }

    /** Mails to the account, and letters to its address from before there was one, once the address is proved to be theirs. */
    private JdbcClient.StatementSpec theirs(MemberId who, String statement) {
        var address = accounts.reachAsHouse(who)
                .filter(reach -> reach.status() != Status.UNCONFIRMED)
                .map(Accounts.Reach::email);
        return sql.sql(statement).param("who", who.value()).param("address", address.orElse(null), Types.VARCHAR);
    }
}
