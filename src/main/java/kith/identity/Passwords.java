package kith.identity;

import com.ibm.icu.text.Normalizer2;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kith.page.Refusal;
import kith.page.TooMany;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and its slow hash: whole, never cut off, and only so many at once, so that signing in cannot starve the house. */
@Component
class Passwords {
    private static final int LEAST = 12;
    private static final int MOST = 128;
    private static final int WAIT_SECONDS = 5;

    /** Nobody's hash, as dear to compare as everybody's (the same memory, passes and lanes). */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$AuVnF6hJN9mmbX925PRtLA$5C4Q8r67/Xm+gsJ2gOSNYF2MYbDeCKFNai2itZFfCfY";

    private final PasswordEncoder encoder;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    static Optional<Refusal> refusal(String password, String name, String email) {
        var plain = normal(password);
        var length = plain.codePointCount(0, plain.length());
        if (length < LEAST || length > MOST) {
            return Optional.of(Refusal.in("password", "identity.password.length", LEAST, MOST));
        }
        if (CommonPasswords.contain(plain)) {
            return Optional.of(Refusal.in("password", "identity.password.common"));
        }
        return tells(plain, name) || tells(plain, EmailAddress.namePart(email)) || tells(plain, email)
                ? Optional.of(Refusal.in("password", "identity.password.yours"))
                : Optional.empty();
    }

    private static boolean tells(String password, String word) {
        var plain = word.toLowerCase(Locale.ROOT).strip();
        return plain.length() >= 4 && password.toLowerCase(Locale.ROOT).contains(plain);
    }

    String hash(String password) {
        return inTurn(() -> encode(encoder, normal(password)));
    }

    /** Takes as long for somebody who does not exist, or has no password, as for anybody else. */
    boolean match(String password, @Nullable String hash) {
        var plain = normal(password);
        if (plain.codePointCount(0, plain.length()) > MOST) {
            return false;
        }
        var same = inTurn(() -> encoder.matches(plain, hash == null ? NOBODYS : hash));
        return same && hash != null;
    }

    private static String normal(String password) {
        return Normalizer2.getNFCInstance().normalize(password);
    }

    private static String encode(PasswordEncoder encoder, String plain) {
        return String.valueOf(encoder.encode(plain));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooMany(Duration.ofSeconds(WAIT_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooMany(Duration.ofSeconds(WAIT_SECONDS));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
