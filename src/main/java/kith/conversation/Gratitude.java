package kith.conversation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The thanks that one post got, as one reader sees them: how many of each kind, which are the reader's own, the first names, and how many people in all. */
public record Gratitude(Map<Thanks.Kind, Integer> counts, Set<Thanks.Kind> mine, List<String> names, int people) {
    static final Gratitude NONE = new Gratitude(Map.of(), Set.of(), List.of(), 0);

    public Gratitude {
        counts = Map.copyOf(counts);
        mine = Set.copyOf(mine);
        names = List.copyOf(names);
    }

    public int of(Thanks.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public boolean mine(Thanks.Kind kind) {
        return mine.contains(kind);
    }

    public boolean any() {
        return people > 0;
    }

    /** The key of the sentence that names them. */
    public String phrase() {
        return "conversation.thanks." + (others() > 0 ? "many" : names.size() == 1 ? "one" : "two");
    }

    public int others() {
        return people - names.size();
    }
}
