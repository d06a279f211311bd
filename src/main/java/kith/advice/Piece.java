package kith.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kith.community.Place;
import kith.identity.Card;
import kith.page.Markdown;
import org.jspecify.annotations.Nullable;

/** Words that practitioners of a community share for their answers, as one of them stands to it; what is to be filled in stands in double brackets. */
public record Piece(
        UUID id,
        Place place,
        Question.Section section,
        Card writer,
        boolean own,
        String language,
        String title,
        String body,
        List<Entry.Source> sources,
        LocalDate validUntil,
        int version,
        boolean out,
        Instant changedAt,
        Card reviewer,
        @Nullable Instant reviewedAt,
        int used,
        int helped) {
    private static final Pattern FILL_IN = Pattern.compile("\\[\\[[^\\[\\]]*]]");
    private static final int FIRST_LINES = 160;

    /** The first place that waits to be filled in, or null. */
    static @Nullable String fillIn(String words) {
        var found = FILL_IN.matcher(words);
        return found.find() ? found.group() : null;
    }

    public boolean old(LocalDate today) {
        return !validUntil.isAfter(today);
    }

    public boolean usable(LocalDate today) {
        return out && !old(today);
    }

    public String html() {
        return Markdown.render(body).html();
    }

    public String firstLines() {
        var line = body.replaceAll("\\s+", " ");
        return line.length() <= FIRST_LINES
                ? line
                : line.substring(0, FIRST_LINES).strip() + " …";
    }

    public String path() {
        return "/piece/" + id;
    }

    /** What it said before a change. */
    public record Version(int number, Card writer, String title, String body, Instant changedAt, Card reviewer) {}

    /** What a second reader said. */
    public record Comment(Card author, String words, Instant at) {}

    /** What is offered on the form of an answer: what was looked for, what was found, and whether a copy is in the draft already. */
    public record Shelf(String sought, List<Piece> found, boolean taken) {
        static final Shelf NONE = new Shelf("", List.of(), false);
    }
}
