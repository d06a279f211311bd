package kith.identity;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries in an account, and whatever else hangs on it. */
class AccountPlanter implements Planter {
    @Override
    public String module() {
        return "identity";
    }

    /** The contract test looks for name and address itself; the rest has no words of a person, and what was agreed to stays. */
    @Override
    public Set<String> wordless() {
        return Set.of(
                "identity.account.email",
                "identity.account.name",
                "identity.account.name_key",
                "identity.account.face",
                "identity.account.language",
                "identity.account.timezone",
                "identity.consent.version",
                "identity.consent.locale",
                "identity.invitation.email",
                "audit.entry.verb",
                "audit.entry.subject",
                "audit.entry.detail");
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        for (var statement : PLANTING) {
            owner.sql(statement)
                    .param("id", who.value())
                    .param("key", Ids.next())
                    .param("hex", who.toString().replace("-", ""))
                    .param("c", canary)
                    .update();
        }
    }

    private static final List<String> PLANTING = List.of(
            "update identity.account set about = :c || '/about', suspended_reason = :c || '/reason' where id = :id",
            """
            insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
            values (:key, decode(:hex, 'hex'), :id, :c || '/device', now(), now(), now())""",
            """
            insert into identity.passkey (id, credential, account_id, label, public_key, attestation, signature_count, transports, backup_eligible, backup_state)
            values (:key, decode(:hex, 'hex'), :id, :c || '/label', '', '', 0, '', false, false)""",
            """
            insert into identity.link (secret, kind, account_id, email, expires_at)
            values (decode(:hex, 'hex'), 'EMAIL', :id, :c || '/link', now() + interval '1 hour')""",
            "insert into identity.recovery_code (account_id, code) values (:id, decode(:hex, 'hex'))",
            "insert into identity.challenge (browser, challenge, account_id, expires_at) values (decode(:hex, 'hex'), '', :id, now() + interval '1 hour')",
            "insert into identity.picture (id, account_id, type, content) values (:key, :id, 'image/png', convert_to(:c, 'UTF8'))",
            "insert into identity.consent (id, account_id, kind, version, text_hash, locale) values (:key, :id, 'TERMS', '1', '', 'en')",
            """
            insert into identity.invitation (id, secret, email, made_by, expires_at)
            select :key, decode(:hex, 'hex'), email, id, now() from identity.account where id = :id""");
}
