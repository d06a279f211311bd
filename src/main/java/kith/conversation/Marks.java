package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What stands beside a post: its content note and whether a host put it there, whether a reader asked for one, and whether it helped who opened the topic. */
public record Marks(Note note, boolean notedByHost, boolean noteAsked, boolean helped) {
    public static final Marks NONE = new Marks(Note.NONE, false, false, false);

    static Marks of(Topic topic, ResultSet row) throws SQLException {
        return new Marks(
                row.getBoolean("opens") ? topic.note() : Note.of(row.getString("content_note")),
                row.getString("note_from").equals("HOST"),
                row.getObject("note_asked_at") != null,
                row.getObject("helped_at") != null);
    }
}
