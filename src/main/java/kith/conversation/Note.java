package kith.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A content note: a few words, the pack's or a writer's own, so that readers can choose. Empty where none is needed. */
public record Note(List<String> words) {
    public static final Note NONE = new Note(List.of());
    private static final int LONGEST = 60;
    private static final int MOST = 3;

    public Note {
        words = List.copyOf(words);
    }

    /** The same for a template, which shows what was typed. */
    public static Note read(String text) {
        return of(text);
    }

    /** From what is typed or kept: words between commas, each once. */
    static Note of(String text) {
        return new Note(Arrays.stream(text.split(","))
                .map(Typed::line)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .distinct()
                .limit(MOST)
                .toList());
    }

    public boolean any() {
        return !words.isEmpty();
    }

    public boolean has(String word) {
        return words.stream().anyMatch(word::equalsIgnoreCase);
    }

    /** What is in it beyond a pack's vocabulary. */
    public String beside(List<String> vocabulary) {
        return words.stream()
                .filter(word -> vocabulary.stream().noneMatch(word::equalsIgnoreCase))
                .collect(Collectors.joining(", "));
    }

    Stream<String> folded() {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return String.join(", ", words);
    }
}
