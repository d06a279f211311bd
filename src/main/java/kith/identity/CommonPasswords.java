package kith.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that everybody tries first, from the list that comes with the house; no other machine is ever asked. */
final class CommonPasswords {
    private static final Set<String> LIST = load();

    private CommonPasswords() {}

    /** Whether a password is on the list, also with other capitals or with figures and signs put around it. */
    static boolean contain(String password) {
        var plain = password.toLowerCase(Locale.ROOT);
        return LIST.contains(plain)
                || LIST.contains(plain.replaceAll("^[^a-z]+|[^a-z]+$", ""))
                || LIST.contains(plain.replaceAll("[^a-z]", ""))
                || plain.codePoints().distinct().count() < 5
                || isRepeated(plain);
    }

    private static boolean isRepeated(String plain) {
        return plain.matches("(?s)(.{1,8}?)\\1+.?") || isRun(plain);
    }

    private static boolean isRun(String plain) {
        var steps = 0;
        for (var i = 1; i < plain.length(); i++) {
            steps += Math.abs(plain.charAt(i) - plain.charAt(i - 1)) == 1 ? 1 : 0;
        }
        return steps >= plain.length() - 2;
    }

    private static Set<String> load() {
        var file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/identity/common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
