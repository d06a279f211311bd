package kith.identity;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time (RFC 6238 over RFC 4226): six digits, thirty seconds, HMAC-SHA-1, which is what the apps know. */
final class Totp {
    static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return String.format(
                    Locale.ROOT,
                    "%0" + digits + "d",
                    number % BigInteger.TEN.pow(digits).longValue());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step that a typed code belongs to: now, one before or one after, and later than the last one used. */
    static OptionalLong step(byte[] secret, String typed, Instant now, long last) {
        var plain = typed.replaceAll("\\s", "");
        var step = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(candidate ->
                        candidate > last && code(secret, candidate, DIGITS).equals(plain))
                .findFirst();
    }

    /** The secret as people can type it. */
    static String text(byte[] secret) {
        var bits = new StringBuilder();
        for (var b : secret) {
            bits.append(String.format(Locale.ROOT, "%8s", Integer.toBinaryString(b & 0xff))
                    .replace(' ', '0'));
        }
        var text = new StringBuilder();
        for (var i = 0; i + 5 <= bits.length(); i += 5) {
            text.append(BASE32.charAt(Integer.parseInt(bits.substring(i, i + 5), 2)));
        }
        return text.toString();
    }
}
