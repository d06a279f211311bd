package kith.identity;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the accounts themselves keep about a person. What was agreed to stays after erasure under a number without a name, as proof that it was agreed to. */
@Component
class AccountData implements PersonalData {
    private final JdbcClient sql;
    private final Pictures pictures;
    private final Sessions sessions;
    private final Links links;
    private final Passkeys passkeys;

    AccountData(JdbcClient sql, Pictures pictures, Sessions sessions, Links links, Passkeys passkeys) {
        this.sql = sql;
        this.pictures = pictures;
        this.sessions = sessions;
        this.links = links;
        this.passkeys = passkeys;
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public Set<String> columns() {
        return of(
                "account id email name name_key face picture_id about language timezone status operator old_enough created_at confirmed_at suspended_reason suspended_at",
                "session account_id device started_at seen_at proved_at",
                "passkey account_id label made_at used_at",
                "consent account_id kind version locale given_at withdrawn_at",
                "picture account_id type content made_at",
                "invitation email operator made_by made_at used_at");
    }

    /** Secrets, which prove something to the house and tell a person nothing, and the numbers that hold rows together. */
    @Override
    public Set<String> notPersonal() {
        return of(
                "account password totp totp_step erased_at",
                "session id secret",
                "link secret kind account_id email browser expires_at",
                "recovery_code account_id code",
                "passkey id credential public_key attestation signature_count transports backup_eligible backup_state",
                "challenge browser challenge account_id expires_at",
                "invitation id secret expires_at",
                "consent id text_hash",
                "picture id",
                "bucket id state expires_at");
    }

    private static Set<String> of(String... tables) {
        return Stream.of(tables)
                .map(line -> line.split(" "))
                .flatMap(words -> Stream.of(words).skip(1).map(column -> "identity." + words[0] + "." + column))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("account", who, """
                        select id, email, name, about, face, language, timezone, status, operator, old_enough, created_at, confirmed_at,
                               suspended_reason, suspended_at from identity.account where id = :id"""),
                new Part("identity.export.picture", picture(who)),
                part(
                        "consents",
                        who,
                        "select kind, version, locale, given_at, withdrawn_at from identity.consent where account_id = :id order by id"),
                part(
                        "sessions",
                        who,
                        "select device, started_at, seen_at, proved_at from identity.session where account_id = :id order by started_at"),
                part(
                        "passkeys",
                        who,
                        "select label, made_at, used_at from identity.passkey where account_id = :id order by id"),
                part("invitations", who, """
                        select made_at, used_at, operator, case when email = (select a.email from identity.account a where a.id = :id) then email end as email
                        from identity.invitation where made_by = :id or email = (select a.email from identity.account a where a.id = :id) order by id"""));
    }

    private Part part(String name, MemberId who, String query) {
        return new Part(
                "identity.export." + name,
                sql.sql(query).param("id", who.value()).query().listOfRows().stream()
                        .<Map<String, @Nullable Object>>map(LinkedHashMap::new)
                        .toList());
    }

    private List<Map<String, @Nullable Object>> picture(MemberId who) {
        return sql.sql("select type, content, made_at from identity.picture where account_id = :id")
                .param("id", who.value())
                .query((row, n) -> {
                    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
                    columns.put(
                            "picture",
                            "data:" + row.getString("type") + ";base64,"
                                    + Base64.getEncoder().encodeToString(row.getBytes("content")));
                    columns.put("made_at", Rows.instant(row, "made_at"));
                    return columns;
                })
                .list();
    }

    @Override
    public void erase(MemberId who) {
        sessions.endAll(who);
        links.endAll(who);
        passkeys.endAll(who);
        pictures.remove(who);
        run("delete from identity.recovery_code where account_id = :id", who);
        run("delete from identity.challenge where account_id = :id", who);
        run("delete from identity.invitation where email = (select email from identity.account where id = :id)", who);
        run("update identity.invitation set made_by = null where made_by = :id", who);
        run("""
                update identity.account set status = 'ERASED', email = null, name = null, name_key = null, password = null, about = '', face = 'stone',
                       language = 'en', timezone = 'UTC', operator = false, totp = null, totp_step = 0, suspended_reason = null, suspended_at = null,
                       confirmed_at = null, erased_at = coalesce(erased_at, now())
                where id = :id""", who);
    }

    private void run(String statement, MemberId who) {
        sql.sql(statement).param("id", who.value()).update();
    }
}
