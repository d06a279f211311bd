package kith.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.audit.Acts;
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
    private final Acts acts;

    AccountData(JdbcClient sql, Pictures pictures, Sessions sessions, Links links, Passkeys passkeys, Acts acts) {
        this.sql = sql;
        this.pictures = pictures;
        this.sessions = sessions;
        this.links = links;
        this.passkeys = passkeys;
        this.acts = acts;
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(OWN.stream(), PersonalRows.columns("audit", "entry at actor verb subject detail").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final Set<String> OWN = PersonalRows.columns(
            "identity",
            "account id email name name_key face picture_id about language timezone status operator old_enough created_at confirmed_at suspended_reason suspended_at",
            "session account_id device started_at seen_at proved_at",
            "link account_id kind email expires_at",
            "recovery_code account_id",
            "passkey account_id label made_at used_at",
            "challenge account_id",
            "consent account_id kind version locale given_at withdrawn_at",
            "picture id account_id type content made_at",
            "invitation email operator made_by made_at used_at");

    /** Secrets, which prove something to the house and tell a person nothing, and the numbers that hold rows together. */
    @Override
    public Set<String> notPersonal() {
        return Stream.concat(SECRETS.stream(), PersonalRows.columns("audit", "entry seq chain").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final Set<String> SECRETS = PersonalRows.columns(
            "identity",
            "account password totp totp_step erased_at",
            "session id secret",
            "link secret browser",
            "recovery_code code",
            "passkey id credential public_key attestation signature_count transports backup_eligible backup_state",
            "challenge browser challenge expires_at",
            "invitation id secret expires_at",
            "consent id text_hash",
            "bucket id full_at");

    /** The audit log is exported here too, because it knows nobody's data but ids. */
    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("account", who, """
                        select id, email, name, about, face, language, timezone, status, operator, old_enough, created_at, confirmed_at,
                               suspended_reason, suspended_at, password is not null as has_password, totp is not null as has_second_step,
                               (select count(*) from identity.recovery_code where account_id = :who) as recovery_codes
                        from identity.account where id = :who"""),
                part("picture", who, """
                        select 'data:' || type || ';base64,' || translate(encode(content, 'base64'), E'\n', '') as picture, made_at
                        from identity.picture where account_id = :who"""),
                part(
                        "consents",
                        who,
                        "select kind, version, locale, given_at, withdrawn_at from identity.consent where account_id = :who order by id"),
                part(
                        "sessions",
                        who,
                        "select device, started_at, seen_at, proved_at from identity.session where account_id = :who order by started_at"),
                part(
                        "passkeys",
                        who,
                        "select label, made_at, used_at from identity.passkey where account_id = :who order by id"),
                part(
                        "links",
                        who,
                        "select kind, email, expires_at from identity.link where account_id = :who order by expires_at"),
                part("invitations", who, """
                        select made_at, used_at, operator, case when email = (select a.email from identity.account a where a.id = :who) then email end as email
                        from identity.invitation where made_by = :who or email = (select a.email from identity.account a where a.id = :who) order by id"""),
                new Part(
                        "identity.export.acts",
                        acts.ofAsHouse(who.value()).stream()
                                .map(AccountData::act)
                                .toList()));
    }

    private Part part(String name, MemberId who, String select) {
        return PersonalRows.of(sql, who, "identity.export." + name, select);
    }

    private static Map<String, @Nullable Object> act(Acts.Act act) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("at", act.at());
        row.put("verb", act.verb());
        row.put("thing", act.thing());
        row.put("detail", act.detail());
        row.put("by_you", act.own());
        return row;
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
