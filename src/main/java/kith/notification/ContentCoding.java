package kith.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The content coding {@code aes128gcm} of RFC 8188, in one record. */
final class ContentCoding {
    static final int SALT = 16;
    /** RFC 8291, section 4: a push service must take a body of 4096 bytes, and need not take more. */
    static final int RECORD = 4096;

    private static final int TAG_BITS = 128;
    /** Its end says that no other record follows (RFC 8188, section 2). */
    private static final byte LAST = 2;

    private ContentCoding() {}

    static byte[] seal(byte[] keying, byte[] salt, byte[] keyId, byte[] words) {
        if (words.length + 1 + TAG_BITS / 8 > RECORD) {
            throw new IllegalArgumentException("more than one record");
        }
        var record = ByteBuffer.allocate(words.length + 1).put(words).put(LAST).array();
        var sealed = encrypt(
                derive(salt, keying, "Content-Encoding: aes128gcm\0", 16),
                derive(salt, keying, "Content-Encoding: nonce\0", 12),
                record);
        return ByteBuffer.allocate(SALT + 4 + 1 + keyId.length + sealed.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) keyId.length)
                .put(keyId)
                .put(sealed)
                .array();
    }

    private static byte[] encrypt(byte[] key, byte[] nonce, byte[] record) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(record);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has AES-GCM", e);
        }
    }

    private static byte[] derive(byte[] salt, byte[] keying, String info, int length) {
        return derive(salt, keying, info.getBytes(StandardCharsets.US_ASCII), length);
    }

    /** HKDF with SHA-256 (RFC 5869). */
    static byte[] derive(byte[] salt, byte[] keying, byte[] info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addSalt(salt)
                            .addIKM(keying)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has HKDF", e);
        }
    }
}
