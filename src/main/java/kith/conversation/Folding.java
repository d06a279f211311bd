package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** What a reader wants folded in a community: everything with a note, or what has one of these words (in lower case). */
public record Folding(boolean anything, Set<String> words) {
    /** As it is for whoever chose nothing: nobody meets unprepared what somebody put a note on. */
    public static final Folding EVERYTHING = new Folding(true, Set.of());

    public Folding {
        words = Set.copyOf(words);
    }

    /** From the columns of a left join with {@code conversation.folding}. */
    static Folding of(ResultSet row) throws SQLException {
        var words = row.getArray("folded_words");
        return words == null
                ? EVERYTHING
                : new Folding(row.getBoolean("folds_anything"), Set.of((String[]) words.getArray()));
    }

    public boolean folds(Note note) {
        return note.any() && (anything || note.folded().anyMatch(words::contains));
    }

    public boolean has(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }
}
