package kith.house;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** The one secret of the house that its database does not know; other keys are derived from it. */
public final class HouseKey {
    static final int LENGTH = 32;
    private final byte[] bytes;

    HouseKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new HouseProblem("The house's key must be %d bytes long.".formatted(LENGTH));
        }
        this.bytes = bytes.clone();
    }

    /** From the environment's KITH_KEY (base64), where several nodes share it, else from the home's file. */
    static HouseKey of(Home home, Map<String, String> environment) {
        String given = environment.get("KITH_KEY");
        if (given == null) {
            return new HouseKey(SecretFile.readOrCreate(home.file("key"), LENGTH));
        }
        try {
            return new HouseKey(Base64.getDecoder().decode(given.strip()));
        } catch (IllegalArgumentException e) {
            throw new HouseProblem("KITH_KEY must be 32 bytes in base64.", e);
        }
    }

    /** 32 bytes for one purpose (HKDF-SHA256, RFC 5869); a purpose names its user, such as "identity/totp". */
    public byte[] derive(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(bytes)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has HKDF-SHA256", e);
        }
    }

    /** Tells whether this is the key that a database was made with, and nothing else about it. */
    String mark() {
        return HexFormat.of().formatHex(derive("house/mark"), 0, 8);
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
