package kith.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Shows accounts to WebAuthn: by id, with the display name and nothing else. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(new MemberId(Passkeys.uuid(handle)));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return find(new MemberId(UUID.fromString(id)));
    }

    private @Nullable PublicKeyCredentialUserEntity find(MemberId who) {
        return accounts.find(who)
                .map(account -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(Passkeys.bytes(who.value()))
                        .name(account.name())
                        .displayName(account.name())
                        .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("accounts are made by signing up");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("accounts end by erasure");
    }
}
