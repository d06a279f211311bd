package kith.community;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member told in answer to one of the pack's questions, in the part that the question's kind uses; {@code shared}: others here may see it. */
public record Told(
        String question,
        List<String> choices,
        String words,
        @Nullable LocalDate day,
        @Nullable BigDecimal amount,
        String currency,
        boolean shared) {
    public Told {
        choices = List.copyOf(choices);
    }

    static Told nothing(Pack.Question question) {
        return new Told(question.id(), List.of(), "", null, null, "", question.sharing() == Pack.Sharing.SHARED);
    }

    public static Told chosen(String question, List<String> choices, boolean shared) {
        return new Told(question, choices, "", null, null, "", shared);
    }

    public static Told words(String question, String words, boolean shared) {
        return new Told(question, List.of(), words, null, null, "", shared);
    }

    public static Told day(String question, LocalDate day, boolean shared) {
        return new Told(question, List.of(), "", day, null, "", shared);
    }

    public static Told amount(String question, BigDecimal amount, String currency, boolean shared) {
        return new Told(question, List.of(), "", null, amount, currency, shared);
    }

    public boolean empty() {
        return choices.isEmpty() && words.isEmpty() && day == null && amount == null;
    }
}
