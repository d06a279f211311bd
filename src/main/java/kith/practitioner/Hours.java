package kith.practitioner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hours of a week on a wall clock; no span means any hour. A span that ends before it begins goes on past midnight. */
public record Hours(List<Span> spans) {
    public static final Hours ANY = new Hours(List.of());

    public Hours {
        spans = spans.stream()
                .sorted(Comparator.comparing(Span::day).thenComparing(Span::from))
                .toList();
    }

    /** From a time on one day until another time; the same time twice means the whole day. */
    public record Span(DayOfWeek day, LocalTime from, LocalTime to) {
        private boolean overnight() {
            return !to.isAfter(from);
        }

        boolean has(ZonedDateTime at) {
            var time = at.toLocalTime();
            var today = at.getDayOfWeek() == day && !time.isBefore(from) && (overnight() || time.isBefore(to));
            return today || overnight() && at.getDayOfWeek() == day.plus(1) && time.isBefore(to);
        }

        /** Its start on a date; a time that the clocks leave out that night is the first one after it. */
        private ZonedDateTime start(LocalDate date, ZonedDateTime near) {
            var gap = near.getZone().getRules().getTransition(date.atTime(from));
            return gap == null || gap.isOverlap()
                    ? date.atTime(from).atZone(near.getZone())
                    : gap.getDateTimeAfter().atZone(near.getZone());
        }

        private static Span read(String text) {
            var parts = text.split("[ -]", 3);
            return new Span(DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
        }

        @Override
        public String toString() {
            return day + " " + from + "-" + to;
        }
    }

    static Hours read(Stream<String> texts) {
        return new Hours(texts.map(Span::read).toList());
    }

    public boolean any() {
        return spans.isEmpty();
    }

    public boolean has(ZonedDateTime at) {
        return any() || spans.stream().anyMatch(span -> span.has(at));
    }

    /** When they begin next; empty where it is now. */
    public Optional<ZonedDateTime> next(ZonedDateTime from) {
        return has(from)
                ? Optional.empty()
                : IntStream.rangeClosed(0, 7)
                        .mapToObj(ahead -> from.toLocalDate().plusDays(ahead))
                        .flatMap(date -> spans.stream()
                                .filter(span -> span.day() == date.getDayOfWeek())
                                .map(span -> span.start(date, from)))
                        .filter(start -> start.isAfter(from))
                        .findFirst();
    }
}
