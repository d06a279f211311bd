package kith.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries in an account. */
class AccountPlanter implements Planter {
    @Override
    public String module() {
        return "identity";
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        owner.sql("update identity.account set about = :c, suspended_reason = :c where id = :id")
                .param("c", canary)
                .param("id", who.value())
                .update();
        owner.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:key, decode(:hex, 'hex'), :id, :c, now(), now(), now())""")
                .param("key", Ids.next())
                .param("hex", who.toString().replace("-", ""))
                .param("c", canary)
                .param("id", who.value())
                .update();
        owner.sql("""
                        insert into identity.passkey (id, credential, account_id, label, public_key, attestation, signature_count, transports, backup_eligible, backup_state)
                        values (:key, decode(:hex, 'hex'), :id, :c, '', '', 0, '', false, false)""")
                .param("key", Ids.next())
                .param("hex", who.toString().replace("-", ""))
                .param("c", canary)
                .param("id", who.value())
                .update();
    }
}
