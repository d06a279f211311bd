package kith.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All accounts. Its door for other modules is for the house itself: importing, setting up, reaching somebody; a person's way is through a {@link Viewer}. */
@Component
public class Accounts {
    private static final String ACCOUNT = """
            select id, email, name, password, status, operator, language, timezone, totp is not null as second, coalesce(suspended_reason, '') as reason
            from identity.account where\s""";

    private final JdbcClient sql;

    Accounts(JdbcClient sql) {
        this.sql = sql;
    }

    /** How to reach a member: for mails alone, never for a page. */
    public record Reach(MemberId id, String email, Locale locale, ZoneId zone, Status status) {}

    public Optional<Reach> reachAsHouse(MemberId who) {
        return find(who).map(a -> new Reach(a.id(), a.email(), a.locale(), a.zone(), a.status()));
    }

    public Optional<MemberId> byEmailAsHouse(String email) {
        return EmailAddress.read(email).flatMap(this::byEmail).map(Account::id);
    }

    /** Gives a newcomer an account, or nothing where the e-mail address or the display name is taken or cannot be one. */
    public Optional<MemberId> admitAsHouse(Newcomer newcomer) {
        var name = DisplayName.of(newcomer.name());
        var email = EmailAddress.read(newcomer.email());
        return name.refusal().isPresent() ? Optional.empty() : email.flatMap(plain -> add(newcomer, plain, name));
    }

    private Optional<MemberId> add(Newcomer newcomer, String email, DisplayName name) {
        return sql.sql("""
                        insert into identity.account (id, email, name, name_key, password, face, language, timezone, status, operator, old_enough, confirmed_at)
                        values (:id, :email, :name, :key, :password, :face, :language, :timezone, :status, :operator, true, case when :confirmed then now() end)
                        on conflict do nothing returning id""")
                .param("id", Ids.next())
                .param("email", email)
                .param("name", name.text())
                .param("key", name.key())
                .param("password", newcomer.password())
                .param("face", Faces.first(name.key()))
                .param("language", newcomer.locale().toLanguageTag())
                .param("timezone", newcomer.zone().getId())
                .param("status", newcomer.confirmed() ? "ACTIVE" : "UNCONFIRMED")
                .param("operator", newcomer.operator())
                .param("confirmed", newcomer.confirmed())
                .query(UUID.class)
                .optional()
                .map(MemberId::new);
    }

    Optional<Account> byEmail(String email) {
        return sql.sql(ACCOUNT + "email = :email")
                .param("email", email)
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> find(MemberId who) {
        return sql.sql(ACCOUNT + "id = :id and status <> 'ERASED'")
                .param("id", who.value())
                .query(Accounts::account)
                .optional();
    }

    /** The same, where a route's audience made sure that the account is there. */
    Account of(Viewer viewer) {
        return find(viewer.member()).orElseThrow(kith.page.NotHere::new);
    }

    /** Who keeps the house. */
    public java.util.List<MemberId> operatorsAsHouse() {
        return sql.sql("select id from identity.account where operator and status = 'ACTIVE' order by id")
                .query((row, n) -> new MemberId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Whether a name is somebody else's. */
    boolean taken(DisplayName name, @Nullable MemberId by) {
        return sql.sql("select exists (select from identity.account where name_key = :key and id is distinct from :by)")
                .param("key", name.key())
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** Notes that an e-mail address is its account's; false where it had been noted before. */
    boolean confirm(MemberId who) {
        return change("status = 'ACTIVE', confirmed_at = now() where status = 'UNCONFIRMED' and id = :id", who, "")
                == 1;
    }

    void forgetPassword(MemberId who) {
        change("password = null where id = :id", who, "");
    }

    void password(MemberId who, String hash) {
        change("password = :value where id = :id", who, hash);
    }

    boolean email(MemberId who, String email) {
        return change(
                        "email = :value where id = :id and not exists (select from identity.account where email = :value)",
                        who,
                        email)
                == 1;
    }

    int change(String set, MemberId who, String value) {
        return sql.sql("update identity.account set " + set)
                .param("id", who.value())
                .param("value", value)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new MemberId(row.getObject("id", UUID.class)),
                Objects.requireNonNullElse(row.getString("email"), ""),
                Objects.requireNonNullElse(row.getString("name"), ""),
                row.getString("password"),
                Status.valueOf(row.getString("status")),
                row.getBoolean("operator"),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("timezone")),
                row.getBoolean("second"),
                row.getString("reason"));
    }
}
