package kith.setup;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kith.conversation.Source;
import org.jspecify.annotations.Nullable;

/** A line of a file of questions with their reference answers, as the TREC 2017 LiveQA medical task has them. */
record QuestionLine(
        @Nullable String id,
        @Nullable String subject,
        @Nullable String message,
        @Nullable String summary,
        @Nullable List<Answer> answers) {
    /** A reference answer and the address, or addresses, that it is from. */
    record Answer(@Nullable String answer, @Nullable String source) {
        String body() {
            var words = Readable.markdown(Json.needed("answer", answer, 50_000), "");
            return addresses().size() < 2
                    ? words
                    : words + "\n\n"
                            + addresses().stream().map(a -> "- <" + a + ">").collect(Collectors.joining("\n"));
        }

        Source from() {
            var hosts = addresses().stream().map(QuestionLine::host).distinct().collect(Collectors.joining(", "));
            return new Source(
                    hosts.isEmpty() ? Json.needed("source", source, 500) : hosts,
                    addresses().isEmpty() ? "" : addresses().getFirst(),
                    LICENCE);
        }

        private List<String> addresses() {
            return ADDRESS.matcher(Objects.requireNonNullElse(source, ""))
                    .results()
                    .map(MatchResult::group)
                    .toList();
        }
    }

    static final String LICENCE = "TREC 2017 LiveQA medical task (Ben Abacha and Demner-Fushman)";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    static QuestionLine read(String text) {
        var line = Json.read(text, QuestionLine.class);
        Json.needed("id", line.id, 200);
        if (line.answers == null || line.answers.isEmpty()) {
            throw new BadLine("the field “answers” is missing");
        }
        return line;
    }

    String key() {
        return "question/" + id;
    }

    /** The subject that the asker gave, else the question in short. */
    String title() {
        var given = Json.limited("subject", subject, Moved.LONGEST_TITLE);
        var title = given.isEmpty() ? Json.needed("summary", summary, Moved.LONGEST_TITLE) : given;
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    String body() {
        var words = Readable.paragraphs(
                Json.needed("message", message, Moved.LONGEST_BODY).replaceAll("\\s+", " "));
        var brief = Json.limited("summary", summary, 1_000);
        return brief.isEmpty() ? words : words + "\n\n**In short:** " + Readable.escaped(brief);
    }

    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(URI.create(address).getHost(), address)
                    .replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
