package kith.notification;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a browser does with a push: the other half of RFC 8188 and RFC 8291, written for the tests alone. */
final class PushReader {
    private PushReader() {}

    static String read(byte[] body, KeyPair device, byte[] auth) throws GeneralSecurityException {
        var sender = new byte[body[20] & 0xff];
        System.arraycopy(body, 21, sender, 0, sender.length);
        var shared = Curve.shared(device.getPrivate(), Curve.point(sender));
        var info = new ByteArrayOutputStream();
        info.writeBytes("WebPush: info\0".getBytes(StandardCharsets.US_ASCII));
        info.writeBytes(Curve.bytes(device.getPublic()));
        info.writeBytes(sender);
        return decode(body, expand(auth, shared, info.toByteArray(), 32));
    }

    static String decode(byte[] body, byte[] keying) throws GeneralSecurityException {
        var in = ByteBuffer.wrap(body);
        var salt = new byte[16];
        in.get(salt);
        var size = in.getInt();
        in.position(in.position() + 1 + (in.get(in.position()) & 0xff));
        var key = expand(salt, keying, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        var first = expand(salt, keying, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        var words = new ByteArrayOutputStream();
        for (var n = 0; in.hasRemaining(); n++) {
            var record = new byte[Math.min(size, in.remaining())];
            in.get(record);
            var nonce = first.clone();
            nonce[11] ^= (byte) n;
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            var plain = cipher.doFinal(record);
            var end = plain.length - 1;
            while (plain[end] == 0) {
                end--;
            }
            if (plain[end] != (in.hasRemaining() ? 1 : 2)) {
                throw new GeneralSecurityException("a record ends wrongly");
            }
            words.write(plain, 0, end);
        }
        return words.toString(StandardCharsets.UTF_8);
    }

    private static byte[] expand(byte[] salt, byte[] keying, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(keying)
                        .thenExpand(info, length));
    }
}
