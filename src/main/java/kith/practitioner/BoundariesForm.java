package kith.practitioner;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kith.page.Refusal;
import kith.page.Refusals;

/** What is typed about one's boundaries: for each day from and to, such as {@code monday-from}; a day without times is a day off. */
public record BoundariesForm(
        Map<String, String> times,
        String zone,
        String daily,
        String open,
        Set<String> declined,
        boolean startsPrivate,
        String offDuty) {
    static final int LONGEST = 600;
    static final int MOST = 99;

    static BoundariesForm of(Map<String, String> typed, List<String> declined) {
        var times = new LinkedHashMap<String, String>();
        Arrays.stream(DayOfWeek.values())
                .flatMap(day -> Stream.of(name(day, "from"), name(day, "to")))
                .forEach(name -> times.put(name, typed.getOrDefault(name, "").strip()));
        return new BoundariesForm(
                times,
                typed.getOrDefault("zone", ""),
                typed.getOrDefault("daily", "").strip(),
                typed.getOrDefault("open", "").strip(),
                Set.copyOf(declined),
                "true".equals(typed.get("private")),
                typed.getOrDefault("offDuty", "").strip());
    }

    static BoundariesForm of(Boundaries bounds) {
        var times = new LinkedHashMap<String, String>();
        bounds.hours().spans().forEach(span -> {
            times.putIfAbsent(name(span.day(), "from"), span.from().toString());
            times.putIfAbsent(name(span.day(), "to"), span.to().toString());
        });
        return new BoundariesForm(
                times,
                bounds.zone().getId(),
                String.valueOf(bounds.daily()),
                String.valueOf(bounds.open()),
                bounds.declined(),
                bounds.startsPrivate(),
                bounds.offDuty());
    }

    static String name(DayOfWeek day, String which) {
        return day.name().toLowerCase(Locale.ROOT) + "-" + which;
    }

    public String time(DayOfWeek day, String which) {
        return times.getOrDefault(name(day, which), "");
    }

    Refusals refuse() {
        return Refusals.gather(
                Arrays.stream(DayOfWeek.values()).allMatch(this::whole)
                        ? Optional.empty()
                        : Optional.of(Refusal.in("hours", "practitioner.refused.hours")),
                ZoneId.getAvailableZoneIds().contains(zone) || zone.equals("Z")
                        ? Optional.empty()
                        : Optional.of(Refusal.in("zone", "practitioner.refused.zone")),
                count("daily", daily),
                count("open", open),
                offDuty.length() <= LONGEST
                        ? Optional.empty()
                        : Optional.of(Refusal.in("offDuty", "practitioner.refused.long", LONGEST)));
    }

    private boolean whole(DayOfWeek day) {
        var from = time(day, "from");
        var to = time(day, "to");
        return from.isEmpty() && to.isEmpty() || read(from).isPresent() && read(to).isPresent();
    }

    private static Optional<LocalTime> read(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Refusal> count(String field, String typed) {
        return typed.matches("[0-9]{1,2}")
                ? Optional.empty()
                : Optional.of(Refusal.in(field, "practitioner.refused.count", MOST));
    }

    Boundaries boundaries(Set<String> sections) {
        var spans = Arrays.stream(DayOfWeek.values())
                .flatMap(day -> read(time(day, "from")).stream()
                        .map(from ->
                                new Hours.Span(day, from, read(time(day, "to")).orElse(from))))
                .toList();
        var own = new HashSet<>(declined);
        own.retainAll(sections);
        return new Boundaries(
                ZoneId.of(zone),
                new Hours(spans),
                Integer.parseInt(daily),
                Integer.parseInt(open),
                own,
                startsPrivate,
                offDuty);
    }
}
