package kith.search;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import kith.community.Place;
import kith.house.HouseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody asked, sealed into an address: back, forward and reload work as everywhere, nothing of it is kept in the house or readable in a history or a log,
 * and it opens for the same person in the same community for half a day.
 */
@Component
class SealedQuestions {
    private static final Duration GOOD = Duration.ofHours(12);
    private final Aead aead;
    private final Clock clock;

    @AccessesPartialKey
    SealedQuestions(HouseKey key, Clock clock) {
        this.clock = clock;
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            aead = AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key.derive("search/asked"), InsecureSecretKeyAccess.get()))
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String close(Place place, Asked asked) {
        var text = String.join(
                "\n",
                String.valueOf(clock.instant().getEpochSecond()),
                asked.kind().name(),
                asked.within().name(),
                asked.answered().name(),
                asked.section(),
                asked.words());
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(aead.encrypt(text.getBytes(StandardCharsets.UTF_8), whose(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing asked where it is somebody else's, from elsewhere, too old or no seal at all. */
    Asked open(Place place, @Nullable String sealed) {
        if (sealed == null) {
            return Asked.NOTHING;
        }
        try {
            var text = new String(
                    aead.decrypt(Base64.getUrlDecoder().decode(sealed), whose(place)), StandardCharsets.UTF_8);
            var lines = text.split("\n", 6);
            var at = Instant.ofEpochSecond(Long.parseLong(lines[0]));
            return at.plus(GOOD).isBefore(clock.instant())
                    ? Asked.NOTHING
                    : new Asked(
                            lines[5],
                            Asked.choice(lines[1], Asked.Kind.ALL),
                            lines[4],
                            Asked.choice(lines[2], Asked.Within.EVER),
                            Asked.choice(lines[3], Asked.Answered.EITHER));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Asked.NOTHING;
        }
    }

    private static byte[] whose(Place place) {
        return (place.self() + "/" + place.community().id()).getBytes(StandardCharsets.UTF_8);
    }
}
