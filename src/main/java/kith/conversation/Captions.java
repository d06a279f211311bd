package kith.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a form says of the pictures in it: {@code alt-<id>} what can be seen, {@code plain-<id>} that it only decorates. */
record Captions(Map<UUID, Caption> all) {
    private static final int LONGEST = 1_000;
    private static final String ALT = "alt-";

    /** What is said of one. */
    record Caption(String alt, boolean decorative) {}

    static Captions of(Map<String, String> typed) {
        var all = new HashMap<UUID, Caption>();
        typed.forEach((name, value) -> {
            if (name.startsWith(ALT) && name.length() == ALT.length() + 36 && all.size() < 2 * PostPictures.MOST) {
                var id = name.substring(ALT.length());
                all.put(uuid(id), new Caption(cut(Typed.line(value)), typed.containsKey("plain-" + id)));
            }
        });
        return new Captions(all);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    private static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
    }
}
