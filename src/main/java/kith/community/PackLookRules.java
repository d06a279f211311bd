package kith.community;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Colours that everybody can read: WCAG 2.2, 1.4.3, against the house's own sheet and ink by day and by night. */
record PackLookRules(Spot colours, House house, Consumer<PackProblem> problems) {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    /** WCAG 2.2, 1.4.3 level AA for text of usual size. */
    private static final double READABLE = 4.5;

    /** The house's own colours behind and in front of a pack's. */
    private record House(String sheet, String ink, String muted) {}

    private static final Map<String, House> HOUSES = Map.of(
            "light", new House("#ffffff", "#1e2a2c", "#566467"), "dark", new House("#1c2324", "#e9ece9", "#a3b0b0"));

    static void check(Spot pack, Consumer<PackProblem> problems) {
        pack.get("look")
                .ifPresent(look -> HOUSES.forEach((time, house) ->
                        look.get(time).ifPresent(colours -> new PackLookRules(colours, house, problems).check())));
    }

    private void check() {
        colour("accent").ifPresent(accent -> {
            contrast(accent, house.sheet(), "on the house's sheet");
            colour("accent_soft").ifPresent(soft -> contrast(accent, soft.text(), "on “accent_soft”"));
            colour("paper").ifPresent(paper -> contrast(accent, paper.text(), "on “paper”"));
        });
        colour("accent_soft").ifPresent(soft -> contrast(soft, house.ink(), "with the house's ink"));
        colour("paper").ifPresent(paper -> contrast(paper, house.muted(), "with the house's muted text"));
    }

    private Optional<Spot> colour(String key) {
        return colours.scalar(key)
                .filter(spot -> COLOUR.matcher(spot.text()).matches())
                .findFirst();
    }

    private void contrast(Spot colour, String other, String where) {
        var ratio = ratio(colour.text(), other);
        if (ratio < READABLE) {
            problems.accept(colour.problem("“%s” has a contrast of only %.1f : 1 %s; 4.5 : 1 can be read"
                    .formatted(colour.name(), ratio, where)));
        }
    }

    static double ratio(String one, String other) {
        var a = luminance(one) + 0.05;
        var b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(at -> weights[at] * channel(colour, at))
                .sum();
    }

    private static double channel(String colour, int at) {
        var value = Integer.parseInt(colour, 1 + 2 * at, 3 + 2 * at, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
