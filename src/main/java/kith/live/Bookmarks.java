package kith.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import kith.house.HouseKey;
import org.springframework.stereotype.Component;

/**
 * How far a browser has read. The number is sealed (one AES block): in the open it would count what happens in the whole house, and tell everybody when
 * something happens in places that they do not see.
 */
@Component
class Bookmarks {
    private static final int MARK = 0x6b697468;
    private static final int BLOCK = 16;
    /** Less than the hour after which changes are forgotten. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(50);

    private final SecretKeySpec key;

    Bookmarks(HouseKey key) {
        this.key = new SecretKeySpec(key.derive("live/bookmark"), "AES");
    }

    String of(long number) {
        var plain = ByteBuffer.allocate(BLOCK)
                .putLong(number)
                .putInt((int) Instant.now().getEpochSecond())
                .putInt(MARK);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /** An event that moves the browser's bookmark and says nothing else. */
    byte[] line(long number) {
        return "id: %s\ndata: .\n\n".formatted(of(number)).getBytes(StandardCharsets.US_ASCII);
    }

    /** The number of a bookmark of this house that is young enough for nothing after it to be forgotten. */
    Optional<Long> read(String bookmark) {
        try {
            var closed = Base64.getUrlDecoder().decode(bookmark);
            var plain = ByteBuffer.wrap(closed.length == BLOCK ? seal(Cipher.DECRYPT_MODE, closed) : new byte[BLOCK]);
            var number = plain.getLong();
            var madeAt = Instant.ofEpochSecond(plain.getInt());
            var good = plain.getInt() == MARK && madeAt.isAfter(Instant.now().minus(GOOD_FOR));
            return good ? Optional.of(number) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    // One block that is never the same twice in meaning: without a chain ECB is the block itself.
    @SuppressWarnings("InsecureCryptoUsage")
    private byte[] seal(int mode, byte[] block) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
