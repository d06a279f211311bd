package kith.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A topic in somebody's inbox: where it leads, when its newest notice came, and what is said of it, a line for each kind of news. */
public record InboxRow(UUID id, boolean unseen, boolean silenced, Instant at, String path, List<Line> lines) {
    /** The sentence of the newest notice of a kind, who else did the same, and how many more there are of those who are named already. */
    public record Line(String sentence, List<String> others, int again) {}
}
