package kith.community;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.page.Frame;

/** One answer as a member's page shows it: the question and what was told, in the reader's way of writing numbers and days. */
public record ToldLine(Pack.Question question, Told told) {
    static List<ToldLine> of(Pack pack, Map<String, Told> told) {
        return pack.onboarding().stream()
                .flatMap(step -> step.questions().stream())
                .flatMap(question ->
                        Stream.ofNullable(told.get(question.id())).map(each -> new ToldLine(question, each)))
                .toList();
    }

    String words(Frame frame) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE ->
                question.options().stream()
                        .filter(option -> told.choices().contains(option.id()))
                        .map(Pack.Choice::name)
                        .collect(Collectors.joining(", "));
            case TEXT -> told.words();
            case DATE -> told.day() == null ? "" : frame.times().date(told.day());
            case NUMBER -> number() + (question.unit() == null ? "" : " " + question.unit());
            case MONEY -> number() + " " + told.currency();
        };
    }

    private String number() {
        return told.amount() == null ? "" : told.amount().stripTrailingZeros().toPlainString();
    }
}
