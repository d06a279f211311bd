package kith.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Shows the passkeys to WebAuthn under the names that it asks by. */
record PasskeyCredentials(Passkeys passkeys) implements UserCredentialRepository {
    @Override
    public void delete(Bytes credential) {
        passkeys.delete(credential);
    }

    @Override
    public void save(CredentialRecord record) {
        passkeys.save(record);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return passkeys.byCredentialAsHouse(credential);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return passkeys.byOwnerAsHouse(owner);
    }
}
