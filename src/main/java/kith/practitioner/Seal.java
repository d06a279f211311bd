package kith.practitioner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM bound to the row in which a file lies: moved anywhere else it does not open. */
final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] key;

    Seal(byte[] key) {
        this.key = key.clone();
    }

    byte[] close(byte[] content, UUID row) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var closed = cipher(Cipher.ENCRYPT_MODE, nonce, content, row);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    byte[] open(byte[] closed, UUID row) {
        return cipher(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(closed, NONCE),
                Arrays.copyOfRange(closed, NONCE, closed.length),
                row);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] content, UUID row) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("practitioner.evidence/" + row).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed evidence does not open", e);
        }
    }
}
