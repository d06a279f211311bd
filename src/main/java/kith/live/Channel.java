package kith.live;

import java.util.UUID;
import java.util.regex.Pattern;

/** What a page can follow: a noun that one module answers for ({@link LivePart}), and an id; written {@code topic:0199…}. */
public record Channel(String noun, UUID key) {
    static final Pattern NOUN = Pattern.compile("[a-z]{1,20}");

    public Channel {
        if (!NOUN.matcher(noun).matches()) {
            throw new IllegalArgumentException("not a noun");
        }
    }

    public static Channel of(String noun, UUID key) {
        return new Channel(noun, key);
    }

    @Override
    public String toString() {
        return noun + ":" + key;
    }
}
