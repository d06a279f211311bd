package kith.identity;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Component;

/** The passkeys of all members, as they lie in the database. */
@Component
class Passkeys {
    private final JdbcClient sql;

    Passkeys(JdbcClient sql) {
        this.sql = sql;
    }

    List<Passkey> of(Viewer viewer) {
        return sql.sql(
                        "select id, label, made_at, used_at from identity.passkey where account_id = :id order by id limit 50")
                .param("id", viewer.member().value())
                .query((row, n) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        Rows.instant(row, "made_at"),
                        Rows.instant(row, "used_at")))
                .list();
    }

    boolean rename(Viewer viewer, UUID id, String label) {
        return sql.sql("update identity.passkey set label = :label where id = :id and account_id = :account")
                        .param("label", label)
                        .param("id", id)
                        .param("account", viewer.member().value())
                        .update()
                == 1;
    }

    boolean remove(Viewer viewer, UUID id) {
        return sql.sql("delete from identity.passkey where id = :id and account_id = :account")
                        .param("id", id)
                        .param("account", viewer.member().value())
                        .update()
                == 1;
    }

    void endAll(MemberId who) {
        sql.sql("delete from identity.passkey where account_id = :id")
                .param("id", who.value())
                .update();
    }

    void delete(Bytes credential) {
        sql.sql("delete from identity.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .update();
    }

    void save(CredentialRecord record) {
        sql.sql("""
                        insert into identity.passkey (id, credential, account_id, label, public_key, attestation, signature_count, transports, backup_eligible, backup_state)
                        values (:id, :credential, :account, :label, :key, :attestation, :count, :transports, :eligible, :state)
                        on conflict (credential) do update set signature_count = excluded.signature_count, backup_state = excluded.backup_state, used_at = now()
                        where passkey.account_id = excluded.account_id""")
                .param("id", Ids.next())
                .param("credential", record.getCredentialId().getBytes())
                .param("account", uuid(record.getUserEntityUserId()))
                .param("label", record.getLabel())
                .param("key", record.getPublicKey().getBytes())
                .param(
                        "attestation",
                        Objects.requireNonNull(record.getAttestationObject()).getBytes())
                .param("count", record.getSignatureCount())
                .param("transports", transports(record))
                .param("eligible", record.isBackupEligible())
                .param("state", record.isBackupState())
                .update();
    }

    private static String transports(CredentialRecord record) {
        return record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Nullable
    CredentialRecord byCredentialAsHouse(Bytes credential) {
        return sql.sql("select * from identity.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .query((row, n) -> record(row))
                .optional()
                .orElse(null);
    }

    List<CredentialRecord> byOwnerAsHouse(Bytes user) {
        return sql.sql("select * from identity.passkey where account_id = :id")
                .param("id", uuid(user))
                .query((row, n) -> record(row))
                .list();
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(bytes(row.getObject("account_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .created(Rows.instant(row, "made_at"))
                .lastUsed(Rows.instant(row, "used_at"))
                .label(row.getString("label"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String kept) {
        return Arrays.stream(kept.split(" "))
                .filter(t -> !t.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    /** An account's id as the handle that an authenticator keeps. */
    static Bytes bytes(UUID id) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static UUID uuid(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
