package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes by time, against the vectors of RFC 6238 (appendix B) and RFC 4648 (section 10). */
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30, 8)).isEqualTo(code);
    }

    @Test
    void aCodeIsTakenOneStepLateOrEarlyButNeverTwice() {
        var now = Instant.ofEpochSecond(3_000);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 99, 6), now, 0)).hasValue(99);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 101, 6), now, 0)).hasValue(101);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 102, 6), now, 0)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 100, 6), now, 100)).isEmpty();
    }

    @Test
    void theSecretIsWrittenInBase32() {
        assertThat(Totp.text("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
    }
}
