package kith.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;

/** What a device gave so that it alone can read what is pushed to it: its public key and a shared secret (RFC 8291). */
record PushKeys(byte[] key, byte[] auth) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AUTH = 16;
    private static final byte[] INFO = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);

    /** As a browser writes them; refuses what no browser would have made. */
    static PushKeys read(String key, String auth) {
        var read = new PushKeys(
                Base64.getUrlDecoder().decode(key), Base64.getUrlDecoder().decode(auth));
        Curve.point(read.key);
        if (read.auth.length != AUTH) {
            throw new IllegalArgumentException("not a secret of 16 bytes");
        }
        return read;
    }

    byte[] seal(byte[] words) {
        var salt = new byte[ContentCoding.SALT];
        RANDOM.nextBytes(salt);
        return seal(words, Curve.fresh(), salt);
    }

    /** A pair that was used before, or a salt, would give away the words: only a test may choose them. */
    byte[] seal(byte[] words, KeyPair once, byte[] salt) {
        var sender = Curve.bytes(once.getPublic());
        var info = ByteBuffer.allocate(INFO.length + key.length + sender.length)
                .put(INFO)
                .put(key)
                .put(sender)
                .array();
        var shared = Curve.shared(once.getPrivate(), Curve.point(key));
        return ContentCoding.seal(ContentCoding.derive(auth, shared, info, 32), salt, sender, words);
    }
}
