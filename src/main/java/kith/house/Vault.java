package kith.house;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/** The outside of a backup: a first line that says what it is, then the contents, locked where a passphrase is given. */
final class Vault {
    private static final String OPEN = "kith backup 1 open\n";
    private static final String LOCKED = "kith backup 1 lock\n";
    private static final int SALT = 16;
    private static final int SEGMENT = 1 << 20;
    private static final int KEY = 32;
    /** Argon2id, RFC 9106, second recommended choice: 64 MiB, three passes, four lanes. */
    private static final int MEMORY_KB = 64 << 10;

    private Vault() {}

    static OutputStream writing(OutputStream file, @Nullable String passphrase) throws IOException {
        if (passphrase == null) {
            file.write(OPEN.getBytes(StandardCharsets.US_ASCII));
            return file;
        }
        byte[] salt = SecretFile.random(SALT);
        file.write(LOCKED.getBytes(StandardCharsets.US_ASCII));
        file.write(salt);
        try {
            return cipher(passphrase, salt).newEncryptingStream(file, LOCKED.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
    }

    /** Reads the first line; what follows it is read through {@link #reading}. */
    static boolean isLocked(InputStream file) throws IOException {
        byte[] line = file.readNBytes(OPEN.length());
        if (Arrays.equals(line, LOCKED.getBytes(StandardCharsets.US_ASCII))) {
            return true;
        }
        if (Arrays.equals(line, OPEN.getBytes(StandardCharsets.US_ASCII))) {
            return false;
        }
        boolean ours = new String(line, StandardCharsets.US_ASCII).startsWith("kith backup ");
        throw new HouseProblem(
                ours
                        ? "This backup was made by a newer Kith; restore it with that version."
                        : "This is not a backup of Kith.");
    }

    static InputStream reading(InputStream file, @Nullable String passphrase) throws IOException {
        if (passphrase == null) {
            return new BufferedInputStream(file);
        }
        byte[] salt = new byte[SALT];
        try {
            new DataInputStream(file).readFully(salt);
            return new BufferedInputStream(
                    cipher(passphrase, salt).newDecryptingStream(file, LOCKED.getBytes(StandardCharsets.US_ASCII)));
        } catch (EOFException | GeneralSecurityException e) {
            throw new HouseProblem("The backup is damaged.", e);
        }
    }

    private static AesGcmHkdfStreaming cipher(String passphrase, byte[] salt) {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(MEMORY_KB)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY];
        argon.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        try {
            return new AesGcmHkdfStreaming(key, "HmacSha256", KEY, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
    }
}
