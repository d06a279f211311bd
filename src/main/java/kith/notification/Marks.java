package kith.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kith.house.HouseKey;
import org.springframework.stereotype.Component;

/** Signed names for what mails carry: nobody can guess one, and one made for one purpose is none for another. */
@Component
class Marks {
    private static final int ID = 16;
    private static final int MARK = 10;
    private final byte[] key;

    Marks(HouseKey key) {
        this.key = key.derive("notification/marks");
    }

    /** A name for two ids together, from which neither can be read. */
    String hidden(String purpose, UUID one, UUID other) {
        return HexFormat.of().formatHex(mark(purpose, one + " " + other), 0, ID);
    }

    /** An id with its signature: 52 letters and digits. */
    String sign(String purpose, UUID id, String bound) {
        var both = ByteBuffer.allocate(ID + MARK)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(mark(purpose, id + bound), 0, MARK);
        return HexFormat.of().formatHex(both.array());
    }

    /** The id of a signed name, not yet held against what it is bound to. */
    Optional<UUID> id(String signed) {
        if (!signed.matches("[0-9a-f]{52}")) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(signed));
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    boolean good(String purpose, String signed, String bound) {
        return id(signed)
                .filter(id -> MessageDigest.isEqual(
                        sign(purpose, id, bound).getBytes(StandardCharsets.US_ASCII),
                        signed.getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    private byte[] mark(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8)), ID);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
