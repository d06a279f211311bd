package kith.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Something to look at once more before it is posted: the {@code key} of what it may be, {@code found} as it stands in the field {@code field}, with the few
 * words {@code before} and {@code after} it. A question, never a refusal.
 */
public record Doubt(String key, String field, String before, String found, String after) {
    private static final int AROUND = 40;

    static Doubt of(String key, String field, String text, int from, int to) {
        return new Doubt(
                key,
                field,
                cut(text.substring(Math.max(0, from - AROUND), from), from > AROUND, false),
                text.substring(from, to),
                cut(text.substring(to, Math.min(text.length(), to + AROUND)), false, to + AROUND < text.length()));
    }

    private static String cut(String text, boolean ahead, boolean behind) {
        var line = text.replaceAll("\\s+", " ");
        var first = ahead ? Math.max(0, line.indexOf(' ')) : 0;
        var last = behind && line.lastIndexOf(' ') > first ? line.lastIndexOf(' ') : line.length();
        return (ahead ? "…" : "") + line.substring(first, last) + (behind ? " …" : "");
    }

    /** By which its writer says that they have seen it; says nothing by itself. */
    String sign() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((key + "|" + found).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean seen(String sure) {
        return List.of(sure.split(",")).contains(sign());
    }
}
