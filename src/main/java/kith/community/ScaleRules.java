package kith.community;

import java.util.OptionalInt;
import java.util.function.Consumer;

/** A scale goes upward, its words stand on it, and a questionnaire's answers add up to its ends. */
record ScaleRules(Consumer<PackProblem> problems) {

    void check(Spot tracker, Spot scale) {
        var min = whole(scale, "min");
        var max = whole(scale, "max");
        if (min.isEmpty() || max.isEmpty()) {
            return;
        }
        if (min.getAsInt() >= max.getAsInt()) {
            problems.accept(scale.problem("“min” must be below “max”"));
        }
        scale.each("labels")
                .filter(label -> outside(whole(label, "at"), min.getAsInt(), max.getAsInt()))
                .forEach(label -> problems.accept(label.problem("this label stands outside of the scale")));
        var most = tracker.each("items").mapToInt(ScaleRules::highest).sum();
        if (tracker.each("items").findAny().isPresent() && most != max.getAsInt()) {
            problems.accept(
                    scale.problem("the items add up to at most %d, not to “max” %d".formatted(most, max.getAsInt())));
        }
    }

    /** Nothing where the number is missing or too large; the schema says so. */
    static OptionalInt whole(Spot spot, String key) {
        return spot.scalar(key)
                .filter(value -> value.kind() == Kind.INTEGER && value.text().length() < 9)
                .mapToInt(value -> Integer.parseInt(value.text()))
                .findFirst();
    }

    private static int highest(Spot item) {
        return item.each("answers")
                .mapToInt(answer -> whole(answer, "at").orElse(0))
                .max()
                .orElse(0);
    }

    private static boolean outside(OptionalInt at, int min, int max) {
        return at.isPresent() && (at.getAsInt() < min || at.getAsInt() > max);
    }
}
