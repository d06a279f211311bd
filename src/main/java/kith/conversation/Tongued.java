package kith.conversation;

import java.util.List;
import java.util.Set;

/** The languages of a place, and which of them its reader reads; none for all. */
public record Tongued(List<String> spoken, Set<String> read) {
    static final Tongued ALL = new Tongued(List.of(), Set.of());

    /** Whether there is anything to choose. */
    public boolean several() {
        return spoken.size() > 1;
    }

    public boolean all() {
        return read.isEmpty();
    }

    public String name(String language) {
        return Language.name(language);
    }
}
