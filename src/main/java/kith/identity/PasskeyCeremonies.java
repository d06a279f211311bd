package kith.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two ceremonies of WebAuthn: making a passkey, and proving that one has it. The person must be verified by the authenticator, the origin be ours. */
@Component
class PasskeyCeremonies {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyCeremonies.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyOwners owners;
    private final Passkeys passkeys;
    private final HouseAddress address;

    PasskeyCeremonies(PasskeyOwners owners, Passkeys passkeys, HouseAddress address) {
        this.owners = owners;
        this.passkeys = passkeys;
        this.address = address;
    }

    String creation(MemberId who, Bytes challenge) {
        return JSON.writeValueAsString(creationOptions(who, challenge));
    }

    String request(Bytes challenge) {
        return JSON.writeValueAsString(requestOptions(challenge));
    }

    /** Keeps the passkey that a browser made for a member; false where it does not hold. */
    boolean make(MemberId who, Bytes challenge, JsonNode credential, String label) {
        try {
            var made = JSON.convertValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            party().registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    creationOptions(who, challenge), new RelyingPartyPublicKey(made, label)));
            return true;
        } catch (RuntimeException broken) {
            return refused(broken);
        }
    }

    /** Whose passkey signed the challenge; nobody's where it does not hold. */
    Optional<MemberId> prove(Bytes challenge, JsonNode credential) {
        try {
            var signed = JSON.convertValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var owner = party().authenticate(new RelyingPartyAuthenticationRequest(requestOptions(challenge), signed));
            return Optional.of(new MemberId(Passkeys.uuid(owner.getId())));
        } catch (RuntimeException broken) {
            refused(broken);
            return Optional.empty();
        }
    }

    static @Nullable JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException broken) {
            return null;
        }
    }

    /** Whatever is wrong with a credential is one refusal; only its kind is written down. */
    private static boolean refused(RuntimeException broken) {
        LOG.info("a passkey was refused: {}", broken.getClass().getSimpleName());
        return false;
    }

    private PublicKeyCredentialCreationOptions creationOptions(MemberId who, Bytes challenge) {
        var party = party();
        party.setCustomizeCreationOptions(options -> options.challenge(challenge)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        return party.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(as(who)));
    }

    private static Authentication as(MemberId who) {
        return UsernamePasswordAuthenticationToken.authenticated(who.toString(), "", List.of());
    }

    private PublicKeyCredentialRequestOptions requestOptions(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(address.host())
                .timeout(java.time.Duration.ofMinutes(5))
                .userVerification(UserVerificationRequirement.REQUIRED)
                .allowCredentials(List.of())
                .build();
    }

    private Webauthn4JRelyingPartyOperations party() {
        var us = PublicKeyCredentialRpEntity.builder()
                .id(address.host())
                .name(address.name())
                .build();
        return new Webauthn4JRelyingPartyOperations(
                owners, new PasskeyCredentials(passkeys), us, Set.of(address.origin()));
    }
}
