package kith.community;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What keeps people safe: promises in their order, help that can be reached, screening words that can be run. */
record PackSafetyRules(Spot pack, Consumer<PackProblem> problems) {
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final Pattern PHONE = Pattern.compile("[+]?[0-9][0-9 ()/-]*");
    /** What can take for ever on a long post: unbounded or large repetition, repeated groups, references back. */
    private static final Pattern EXPLOSIVE = Pattern.compile("[*+]|\\{\\d*,}|\\)\\{|\\{[^}]*\\d{3}|\\\\[1-9k]");

    private static final Pattern ESCAPED = Pattern.compile("\\\\[^1-9k]");
    /** The more urgent is never promised later than the less urgent. */
    private static final List<String> URGENCY = List.of("crisis_staffed", "crisis_otherwise", "red", "amber");

    static void check(Spot pack, Consumer<PackProblem> problems) {
        var rules = new PackSafetyRules(pack, problems);
        pack.get("promises").ifPresent(rules::promises);
        pack.get("crisis_lines").ifPresent(rules::countries);
        pack.each("screening")
                .flatMap(entry -> Stream.concat(entry.each("patterns"), entry.each("unless")))
                .forEach(rules::pattern);
        pack.get("standard_drinks").ifPresent(rules::drinks);
    }

    private void promises(Spot promises) {
        promises.pairs().stream()
                .filter(pair -> duration(pair.value()).filter(Duration::isZero).isPresent())
                .forEach(pair -> say(
                        pair.value(),
                        "“%s” must be longer than nothing".formatted(pair.key().text())));
        var before = Duration.ZERO;
        for (var key : URGENCY) {
            var value = promises.scalar(key).findFirst();
            var time = value.flatMap(PackSafetyRules::duration).orElse(before);
            if (time.compareTo(before) < 0) {
                say(value.orElse(promises), "“%s” is promised sooner than something more urgent".formatted(key));
            }
            before = time;
        }
        opening(promises);
    }

    private void opening(Spot promises) {
        promises.get("opening").ifPresent(opening -> {
            opening.scalar("zone")
                    .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone.text()))
                    .forEach(zone -> say(zone, "there is no time zone “%s”".formatted(zone.text())));
            var from = opening.scalar("from").map(Spot::text).findFirst().orElse("");
            opening.scalar("to")
                    .filter(to -> to.text().compareTo(from) <= 0)
                    .forEach(to -> say(to, "it closes before it opens"));
        });
        var closed = promises.get("opening").isEmpty();
        promises.get("counts").stream()
                .flatMap(counts -> counts.pairs().stream())
                .filter(pair -> closed && pair.value().text().equals("working"))
                .forEach(pair -> say(pair.value(), "working hours are counted, but “opening” does not say which"));
    }

    private static Optional<Duration> duration(Spot spot) {
        try {
            return Optional.of(Duration.parse(spot.text()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void countries(Spot lines) {
        known(lines);
        if (lines.get("default").isEmpty()) {
            say(lines, "“default” is missing: it says what to do in every other country");
        }
        lines.pairs().forEach(pair -> {
            pair.value().scalar("emergency").forEach(this::phone);
            pair.value().each("lines").forEach(this::line);
        });
    }

    private void line(Spot line) {
        if (Stream.of("phone", "text", "url").noneMatch(way -> line.get(way).isPresent())) {
            say(line, "this line has no phone, text or url, so nobody can reach it");
        }
        line.scalar("phone").forEach(this::phone);
        line.scalar("checked")
                .filter(date -> !isPast(date.text()))
                .forEach(date -> say(date, "“checked” is no day that has been"));
    }

    private void phone(Spot phone) {
        var digits = phone.text().replaceAll("\\D", "").length();
        if (!PHONE.matcher(phone.text()).matches() || digits < 2 || digits > 15) {
            say(phone, "“%s” is not a telephone number that can be dialled".formatted(phone.text()));
        }
    }

    private static boolean isPast(String date) {
        try {
            return !LocalDate.parse(date)
                    .isAfter(LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void drinks(Spot drinks) {
        known(drinks);
        if (!drinks.pairs().isEmpty() && drinks.get("default").isEmpty()) {
            say(drinks, "“default” is missing: it is used in every other country");
        }
    }

    private void known(Spot countries) {
        countries.pairs().stream()
                .map(Spot.Pair::key)
                .filter(key -> key.text().length() == 2 && !COUNTRIES.contains(key.text()))
                .forEach(key -> say(key, "there is no country “%s”".formatted(key.text())));
    }

    private void pattern(Spot pattern) {
        if (ScreeningWords.isExpression(pattern.text()) && explosive(pattern.text())) {
            say(pattern, "this regular expression can take for ever; use {0,20}, not * and +, and repeat no groups");
        } else if (pattern.text().strip().length() < 3) {
            say(pattern, "a pattern of fewer than three characters would match everywhere");
        } else {
            compiles(pattern);
        }
    }

    private static boolean explosive(String expression) {
        return EXPLOSIVE.matcher(ESCAPED.matcher(expression).replaceAll("")).find();
    }

    private void compiles(Spot pattern) {
        try {
            if (ScreeningWords.sought(pattern.text()).in("")) {
                say(pattern, "this regular expression matches an empty text, so it would match everywhere");
            }
        } catch (PatternSyntaxException e) {
            say(pattern, "this regular expression cannot be read: " + e.getDescription());
        }
    }

    private void say(Spot spot, String reason) {
        problems.accept(spot.problem(reason));
    }
}
