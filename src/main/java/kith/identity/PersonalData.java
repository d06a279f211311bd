package kith.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one module keeps about a person. Each module with personal columns implements it, and a contract test holds all of them to it: every column is covered,
 * everything of one person and nothing of another's is exported, and after erasure no word of theirs is left.
 */
public interface PersonalData {
    /** The module's name, such as {@code conversation}. */
    String module();

    /** The columns with personal data that export and erasure cover, such as {@code conversation.post.body}. */
    Set<String> columns();

    /** Columns that say nothing about a person, such as {@code conversation.section.position}; every column of the module is in this set or in {@link #columns}. */
    default Set<String> notPersonal() {
        return Set.of();
    }

    /** One part of an export: the phrase key of its title and its rows, each a column's name with its value (text, number, boolean, instant or null). */
    record Part(String key, List<Map<String, @Nullable Object>> rows) {}

    /** Everything the module keeps about a person, in the order in which a reader would want it. */
    List<Part> export(MemberId who);

    /** Removes it, or cuts it loose from the person where others need it to stay readable. Runs in the caller's transaction; doing it twice is harmless. */
    void erase(MemberId who);
}
