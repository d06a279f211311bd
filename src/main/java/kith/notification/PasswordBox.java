package kith.notification;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Keeps the mail server's password from whoever has only the database. */
final class PasswordBox {
    private static final byte[] PLACE = "house.setting/mail.password".getBytes(StandardCharsets.UTF_8);
    private final com.google.crypto.tink.Aead aead;

    @AccessesPartialKey
    PasswordBox(byte[] key) {
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            aead = AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String close(String password) {
        try {
            return Base64.getEncoder().encodeToString(aead.encrypt(password.getBytes(StandardCharsets.UTF_8), PLACE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String open(String closed) {
        try {
            return new String(aead.decrypt(Base64.getDecoder().decode(closed), PLACE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the mail server's password does not open with this house's key", e);
        }
    }
}
