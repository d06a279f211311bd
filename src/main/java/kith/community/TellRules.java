package kith.community;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import kith.page.Refusal;
import org.jspecify.annotations.Nullable;

/** What an answer must be like, by the kind of its question. */
final class TellRules {
    /** How one answer was read. */
    sealed interface Reading {}

    record Good(Told told) implements Reading {}

    record Bad(Refusal refusal) implements Reading {}

    /** Long enough for a few sentences, short enough for a card. */
    static final int LONGEST = 500;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}([.,]\\d{1,2})?");
    private static final LocalDate FIRST = LocalDate.of(1920, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private TellRules() {}

    static Reading read(TellForm form, Pack.Question question) {
        var told = told(form, question);
        if (told == null) {
            return bad(question, "community.tell." + question.kind().name().toLowerCase(java.util.Locale.ROOT));
        }
        return told.empty() && !question.optional() ? bad(question, "community.tell.needed") : new Good(told);
    }

    private static Bad bad(Pack.Question question, String key) {
        return new Bad(Refusal.in(TellForm.field(question), key, LONGEST));
    }

    /** What was told, or null where it can't be read. */
    private static @Nullable Told told(TellForm form, Pack.Question question) {
        var value = form.value(question);
        var id = question.id();
        var shared = form.shares(question);
        return switch (question.kind()) {
            case SINGLE ->
                Told.chosen(id, known(form, question).stream().limit(1).toList(), shared);
            case MULTIPLE -> Told.chosen(id, known(form, question), shared);
            case TEXT -> value.length() > LONGEST ? null : Told.words(id, value, shared);
            case DATE -> value.isEmpty() ? Told.words(id, "", shared) : day(id, value, shared);
            case NUMBER -> value.isEmpty() ? Told.words(id, "", shared) : amount(id, value, "", shared);
            case MONEY ->
                value.isEmpty()
                        ? Told.words(id, "", shared)
                        : amount(id, value, Country.currencyOr(form.currency(question, "")), shared);
        };
    }

    private static List<String> known(TellForm form, Pack.Question question) {
        return question.options().stream()
                .map(Pack.Choice::id)
                .filter(choice -> form.has(question, choice))
                .toList();
    }

    private static @Nullable Told day(String id, String value, boolean shared) {
        try {
            var day = LocalDate.parse(value);
            return day.isBefore(FIRST) || day.isAfter(LAST) ? null : Told.day(id, day, shared);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Told amount(String id, String value, String currency, boolean shared) {
        return NUMBER.matcher(value).matches()
                ? Told.amount(
                        id, new BigDecimal(value.replace(',', '.')).setScale(2, RoundingMode.HALF_UP), currency, shared)
                : null;
    }
}
