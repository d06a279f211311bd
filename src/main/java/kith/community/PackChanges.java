package kith.community;

import java.util.ArrayList;
import java.util.List;

/** What a newer version of a pack says differently, for a manager to compare: words that changed, and sections that came. */
public record PackChanges(List<Change> words, List<Pack.Section> sections, boolean guidelines) {
    /** One word before and after. */
    public record Change(Word word, String before, String after) {}

    static final PackChanges NONE = new PackChanges(List.of(), List.of(), false);

    static PackChanges between(Pack before, Pack after) {
        var words = new ArrayList<Change>();
        for (var word : Word.values()) {
            if (!word.in(before).equals(word.in(after))) {
                words.add(new Change(word, word.in(before), word.in(after)));
            }
        }
        return new PackChanges(
                List.copyOf(words),
                after.sections().stream()
                        .filter(section -> before.section(section.slug()).isEmpty())
                        .toList(),
                !before.guidelines().text().equals(after.guidelines().text()));
    }
}
