package kith.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says instants the way a reader thinks of them, in the reader's zone and language. */
public final class Times {
    private static final Map<Shape, DateTimeFormatter> SHAPES = new ConcurrentHashMap<>();

    private final Phrases phrases;
    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;

    public Times(Phrases phrases, Locale locale, ZoneId zone, Instant now) {
        this.phrases = phrases;
        this.locale = locale;
        this.zone = zone;
        this.now = now;
    }

    /** "5 min ago", "yesterday 19:10", "Tuesday 08:00", "3 October 2026". */
    public String ago(Instant at) {
        var minutes = Duration.between(at, now).toMinutes();
        if (minutes < 0) {
            return full(at);
        }
        if (minutes < 1) {
            return phrases.say(locale, "page.time.now");
        }
        if (minutes < 60) {
            return phrases.say(locale, "page.time.minutes", minutes);
        }
        var days = ChronoUnit.DAYS.between(day(at), day(now));
        if (days == 0) {
            return phrases.say(locale, "page.time.hours", minutes / 60);
        }
        return days == 1 ? phrases.say(locale, "page.time.yesterday", clock(at)) : days < 7 ? weekday(at) : date(at);
    }

    /** "3 Oct 2026", in the reader's zone. */
    public String date(Instant at) {
        return date(day(at));
    }

    public String date(LocalDate day) {
        return shape("date").format(day);
    }

    /** Date and time in full, for titles and records. */
    public String full(Instant at) {
        return shape("full").format(at.atZone(zone));
    }

    /** "18:00", and the day where it is not today. */
    public String hour(Instant at) {
        return day(at).equals(day(now)) ? clock(at) : weekday(at);
    }

    /** "18:00". */
    public String clock(Instant at) {
        return shape("HH:mm").format(at.atZone(zone));
    }

    /** "Monday, 30 November". */
    public String dayOfWeek(LocalDate day) {
        return shape("EEEE").format(day) + ", " + date(day);
    }

    private String weekday(Instant at) {
        return shape("EEEE HH:mm").format(at.atZone(zone));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** A formatter as it is written in the reader's language; making one costs more than all that a page does with it. */
    private DateTimeFormatter shape(String name) {
        return SHAPES.computeIfAbsent(new Shape(name, locale), Shape::formatter);
    }

    private record Shape(String name, Locale locale) {
        DateTimeFormatter formatter() {
            return switch (name) {
                case "date" -> DateTimeFormatter.ofPattern(pattern(FormatStyle.MEDIUM, null), regional());
                case "full" -> DateTimeFormatter.ofPattern(pattern(FormatStyle.LONG, FormatStyle.SHORT), regional());
                default -> DateTimeFormatter.ofPattern(name, locale);
            };
        }

        private String pattern(FormatStyle date, @Nullable FormatStyle time) {
            return DateTimeFormatterBuilder.getLocalizedDateTimePattern(date, time, IsoChronology.INSTANCE, regional());
        }

        private Locale regional() {
            return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
        }
    }
}
