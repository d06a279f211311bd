package kith.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.page.Markdown;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** A private question and what was said below it, line by line: as it stands, and as everybody would read it. */
public record Sheet(List<Part> parts) {
    /** One thing that was said; part 0 is the question, whose first line is its title. {@code entry} is null for it. */
    public record Part(int n, @Nullable UUID entry, boolean answer, Card author, List<Line> lines) {
        /** Without the title. */
        String body() {
            return lines.stream()
                    .filter(line -> !line.title() && !line.gone())
                    .map(Line::text)
                    .collect(Collectors.joining("\n"))
                    .replaceAll("\n{3,}", "\n\n")
                    .strip();
        }

        public String title() {
            return lines.stream()
                    .filter(Line::title)
                    .map(Line::text)
                    .findFirst()
                    .orElse("")
                    .strip();
        }

        public String html() {
            return Markdown.render(body()).html();
        }

        public boolean empty() {
            return body().isEmpty();
        }

        /** Whether somebody reads other words than were said. */
        public boolean changed() {
            return !lines.stream().allMatch(Line::same);
        }

        /** Whether its asker chose other words than were proposed, or none. */
        boolean reworded() {
            return lines.stream().anyMatch(Line::reworded);
        }
    }

    /** One line as it stands, as it is proposed, and as it would be read; {@code name} is empty for a line without words. */
    public record Line(String name, boolean title, String before, String proposed, String text) {
        /** Left out on purpose. */
        boolean gone() {
            return !before.isBlank() && text.isBlank();
        }

        public boolean same() {
            return before.strip().equals(text.strip());
        }

        boolean reworded() {
            return !same() && !proposed.strip().equals(text.strip());
        }

        public boolean typed() {
            return !name.isEmpty();
        }

        private Line with(String words) {
            return new Line(name, title, before, proposed, words);
        }

        private Line proposed(String words) {
            return new Line(name, title, before, words, words);
        }
    }

    /** All of it as it stands. */
    static Sheet of(Question question, List<Entry> entries) {
        var names = new int[1];
        var parts = new ArrayList<Part>();
        var first = new ArrayList<>(List.of(line(names, true, question.title())));
        first.addAll(lines(names, question.body()));
        parts.add(new Part(0, null, false, Card.NOBODY, first));
        for (var entry : entries) {
            if (entry.out()) {
                var author = entry.answer() ? entry.author() : Card.NOBODY;
                parts.add(new Part(parts.size(), entry.id(), entry.answer(), author, lines(names, entry.body())));
            }
        }
        return new Sheet(parts);
    }

    private static List<Line> lines(int[] names, String body) {
        return Arrays.stream(body.split("\n"))
                .map(text -> line(names, false, text))
                .toList();
    }

    private static Line line(int[] names, boolean title, String text) {
        return new Line(text.isBlank() ? "" : "line-" + names[0]++, title, text, text, text);
    }

    /** With other words in some lines. */
    Sheet with(Map<String, String> typed) {
        return each(line -> line.with(Typed.text(typed.getOrDefault(line.name(), line.text()))));
    }

    /** As it is proposed: every line as {@code change} makes it of its name and its text. */
    Sheet proposed(BinaryOperator<String> change) {
        return each(line -> line.proposed(change.apply(line.name(), line.text())));
    }

    private Sheet each(UnaryOperator<Line> change) {
        return new Sheet(parts.stream()
                .map(part -> new Part(
                        part.n(),
                        part.entry(),
                        part.answer(),
                        part.author(),
                        part.lines().stream()
                                .map(line -> line.typed() ? change.apply(line) : line)
                                .toList()))
                .toList());
    }

    Map<String, String> texts() {
        return typed().collect(Collectors.toMap(Line::name, Line::text, (a, b) -> a, LinkedHashMap::new));
    }

    private Stream<Line> typed() {
        return parts.stream().flatMap(part -> part.lines().stream()).filter(Line::typed);
    }

    /**
     * Answers whose writer has to agree. Beside other words than they answered to, even their own would say something else: so all of them, as soon as anything was
     * reworded or left out; where only what gives somebody away is replaced, those in whose words it was.
     */
    List<Part> toAgree() {
        var reworded = parts.stream().anyMatch(Part::reworded);
        return parts.stream()
                .filter(part -> part.answer() && !part.empty() && (reworded || part.changed()))
                .toList();
    }

    /** Why it cannot be read like this by anybody; {@code here} are those who could agree. */
    Refusals refusals(Set<MemberId> here) {
        var found = new ArrayList<Refusal>();
        var question = parts.getFirst();
        if (question.title().isEmpty() || question.empty()) {
            found.add(Refusal.in("line-0", "advice.share.refused.question"));
        }
        if (question.title().length() > AskForm.LONGEST_TITLE) {
            found.add(Refusal.in("line-0", "advice.refused.long", AskForm.LONGEST_TITLE));
        } else if (question.body().length() > AskForm.LONGEST_BODY) {
            found.add(Refusal.in("line-0", "advice.refused.long", AskForm.LONGEST_BODY));
        }
        if (parts.stream().noneMatch(part -> part.answer() && !part.empty())) {
            found.add(Refusal.of("advice.share.refused.answer"));
        }
        if (toAgree().stream().map(part -> part.author().id()).anyMatch(who -> who == null || !here.contains(who))) {
            found.add(Refusal.of("advice.share.refused.gone"));
        }
        return new Refusals(found);
    }
}
