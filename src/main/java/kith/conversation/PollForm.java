package kith.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What is typed to ask a question with answers to choose from: one answer a line, and until when in the writer's own time. All empty where none is asked. */
public record PollForm(String question, String answers, boolean several, String shown, String closes) {
    static final int MOST_CHOICES = 10;
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_CHOICE = 120;
    private static final Duration LONGEST = Duration.ofDays(366);

    static PollForm of(Map<String, String> typed) {
        return new PollForm(
                Typed.line(typed.get("poll")),
                Typed.text(typed.get("answers")),
                "true".equals(typed.get("several")),
                Typed.line(typed.get("shown")),
                Typed.line(typed.get("closes")));
    }

    /** As a draft keeps it. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        if (asked()) {
            fields.put("poll", cut(question));
            fields.put("answers", cut(answers));
            fields.put("several", String.valueOf(several));
            fields.put("shown", cut(shown));
            fields.put("closes", cut(closes));
        }
        return fields;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 4_000));
    }

    public boolean asked() {
        return !question.isEmpty() || !answers.isBlank();
    }

    List<String> choices() {
        return answers.lines()
                .map(Typed::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    boolean afterVote() {
        return shown.equals("after_vote");
    }

    /** When it closes; null where that cannot be read. An hour that summer time leaves out is the one after it. */
    @Nullable
    Instant closesAt(ZoneId zone) {
        try {
            return LocalDateTime.parse(closes)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** All that speaks against it. */
    Refusals against(Instant now, ZoneId zone) {
        return asked()
                ? Refusals.gather(
                        refusal("poll", "question", question.isEmpty() || letters(question) > LONGEST_QUESTION),
                        refusal(
                                "answers",
                                "answers",
                                choices().size() < 2 || choices().size() > MOST_CHOICES),
                        refusal(
                                "answers",
                                "long",
                                choices().stream().anyMatch(choice -> letters(choice) > LONGEST_CHOICE)),
                        refusal("closes", "closes", !fits(closesAt(zone), now)))
                : Refusals.NONE;
    }

    private static boolean fits(@Nullable Instant at, Instant now) {
        return at != null && at.isAfter(now) && at.isBefore(now.plus(LONGEST));
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Optional<Refusal> refusal(String field, String why, boolean broken) {
        return Optional.of(Refusal.in(
                        field, "conversation.poll.refusal." + why, MOST_CHOICES, LONGEST_QUESTION, LONGEST_CHOICE))
                .filter(refusal -> broken);
    }
}
