package kith.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody can guess: 256 bits, as text that fits an address or a cookie. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
