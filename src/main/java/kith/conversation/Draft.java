package kith.conversation;

import java.time.Instant;
import java.util.Map;
import kith.page.Markdown;

/** What somebody typed and has not published: the fields of its form as they were, and since when they are safe. */
public record Draft(DraftKey key, Map<String, String> fields, Instant savedAt) {
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Its title, else its first words. */
    public String opening() {
        return field("title").isBlank() ? Markdown.render(field("body")).opening(120) : field("title");
    }
}
