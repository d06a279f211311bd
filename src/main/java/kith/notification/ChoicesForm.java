package kith.notification;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody chose to be told of, when and how, as they typed it. */
public record ChoicesForm(Map<String, String> typed) {
    private static final String WAY = "way-";
    private static final int LONGEST_PAUSE = 366;

    static ChoicesForm of(MultiValueMap<String, String> typed) {
        return new ChoicesForm(typed.toSingleValueMap());
    }

    static ChoicesForm of(Wish wish, Map<String, Way> ways) {
        var typed = new HashMap<String, String>();
        ways.forEach((kind, way) -> typed.put(WAY + kind, way.name()));
        put(typed, "mails", wish.mails() ? "true" : null);
        put(typed, "words", wish.words() ? "true" : null);
        put(typed, "from", wish.quietFrom());
        put(typed, "to", wish.quietTo());
        put(typed, "day", wish.digestDay());
        put(typed, "hour", wish.digestHour());
        put(typed, "until", wish.pausedUntil());
        return new ChoicesForm(typed);
    }

    private static void put(Map<String, String> typed, String name, @Nullable Object value) {
        if (value != null) {
            typed.put(name, value.toString());
        }
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public boolean checked(String name) {
        return value(name).equals("true");
    }

    /** The way of each kind that was chosen; what is as everywhere or as usual is missing. */
    Map<String, Way> ways(Set<String> kinds) {
        var ways = new HashMap<String, Way>();
        for (var kind : kinds) {
            List.of(Way.values()).stream()
                    .filter(way -> way.name().equals(value(WAY + kind)))
                    .forEach(way -> ways.put(kind, way));
        }
        return ways;
    }

    Refusals refusals(LocalDate today) {
        var found = new ArrayList<Refusal>();
        if (hour("from").isPresent() != hour("to").isPresent()) {
            found.add(Refusal.in(hour("from").isPresent() ? "to" : "from", "notification.choices.quiet.both"));
        }
        if (!value("until").isBlank()
                && until().filter(day -> day.isBefore(today.plusDays(LONGEST_PAUSE))).isEmpty()) {
            found.add(Refusal.in("until", "notification.choices.until.form"));
        }
        return new Refusals(found);
    }

    Wish wish() {
        return new Wish(
                checked("mails"),
                checked("words"),
                hour("from").orElse(null),
                hour("to").orElse(null),
                number("day", 1, 7).orElse(null),
                hour("hour").orElse(Wish.USUAL.digestHour()),
                until().orElse(null));
    }

    private Optional<Integer> hour(String name) {
        return number(name, 0, 23);
    }

    private Optional<Integer> number(String name, int least, int most) {
        return Optional.of(value(name))
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .filter(number -> number >= least && number <= most);
    }

    private Optional<LocalDate> until() {
        try {
            return Optional.of(LocalDate.parse(value("until").strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
