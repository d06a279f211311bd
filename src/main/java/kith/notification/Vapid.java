package kith.notification;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import kith.house.HouseKey;
import kith.identity.HouseAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows push services that a push comes from this house (RFC 8292). The pair of keys follows from the house's key, so that every node has the same one, a
 * restored house keeps it, and nothing of it lies in the database.
 */
@Component
class Vapid {
    /** RFC 8292 allows a day; services whose clocks are wrong get some hours of it. */
    private static final Duration GOOD_FOR = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final HouseAddress address;
    private final HouseKey house;
    private volatile @Nullable KeyPair known;

    Vapid(HouseKey house, HouseAddress address) {
        this.house = house;
        this.address = address;
    }

    /** Found out when a first device wants it: a start is too short for so much arithmetic, and it comes out the same every time. */
    private KeyPair pair() {
        var pair = known;
        if (pair == null) {
            pair = pair(house);
            known = pair;
        }
        return pair;
    }

    /** One in four billion derived numbers is not on the curve; then it is the next one. */
    private static KeyPair pair(HouseKey key) {
        for (var n = 0; ; n++) {
            try {
                return Curve.pair(key.derive("notification/push/" + n));
            } catch (IllegalArgumentException outside) {
                continue;
            }
        }
    }

    /** The house's public key, as a browser wants it before it subscribes. */
    String key() {
        return BASE64.encodeToString(Curve.bytes(pair().getPublic()));
    }

    /** The header that goes with a push to an endpoint. */
    String authorization(URI endpoint, Instant now) {
        var claims = claims(
                endpoint.getScheme() + "://" + endpoint.getRawAuthority(),
                now.plus(GOOD_FOR).getEpochSecond(),
                subject());
        return "vapid t=" + sign(claims, pair().getPrivate()) + ", k=" + key();
    }

    /** Whom a push service may turn to about us. */
    private String subject() {
        var house = address.of("");
        return house.startsWith("https:") ? house : "mailto:house@" + address.host();
    }

    static String claims(String audience, long expires, String subject) {
        return BASE64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + BASE64.encodeToString("{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                        .formatted(audience, expires, subject)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(String claims, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(claims.getBytes(StandardCharsets.US_ASCII));
            return claims + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has ECDSA", e);
        }
    }
}
