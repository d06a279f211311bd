package kith.community;

import java.util.Map;
import java.util.Objects;

/** The pack that a community runs, with the community's own words in it; {@code revision} counts every change of them. */
public record PlacePack(Pack pack, Map<Word, String> own, String guidelines, int revision) {
    public PlacePack {
        own = Map.copyOf(own);
    }

    /** What this community says: its own words, else its pack's. */
    public String say(Word word) {
        return Objects.requireNonNullElseGet(own.get(word), () -> word.in(pack));
    }

    /** The greeting for somebody, by the name that they chose. */
    public String greet(String name) {
        return say(Word.GREETING).replace("{name}", name);
    }

    boolean changed(Word word) {
        return own.containsKey(word);
    }
}
