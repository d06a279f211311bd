package kith.identity;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Time zones to choose from, and a first guess from what the browser tells. */
final class Zones {
    static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();
    private static final Map<String, String> HOMES = Map.of(
            "de",
            "Europe/Berlin",
            "en-US",
            "America/New_York",
            "en-AU",
            "Australia/Sydney",
            "en-CA",
            "America/Toronto",
            "en",
            "Europe/London");

    private static final Map<Locale, Map<String, String>> NAMED = new ConcurrentHashMap<>();

    private Zones() {}

    /** Each zone once, by the city that it is known by in a language, in the order of that language's alphabet. */
    static Map<String, String> named(Locale language) {
        return NAMED.computeIfAbsent(language, Zones::name);
    }

    private static Map<String, String> name(Locale language) {
        var names = TimeZoneNames.getInstance(language);
        var cities = new HashMap<String, String>();
        ALL.stream()
                .map(Zones::today)
                .distinct()
                .forEach(id -> Optional.ofNullable(names.getExemplarLocationName(id))
                        .ifPresent(city -> cities.putIfAbsent(id, city)));
        var sorted = new LinkedHashMap<String, String>();
        cities.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Collator.getInstance(language)::compare))
                .forEach(city -> sorted.put(city.getKey(), city.getValue()));
        sorted.put("UTC", "UTC");
        return Collections.unmodifiableMap(sorted);
    }

    /** The name of a zone in use today: Asia/Kolkata for Asia/Calcutta. */
    static String today(String id) {
        var iana = TimeZone.getIanaID(id);
        return iana == null || iana.equals(TimeZone.UNKNOWN_ZONE_ID) ? id : iana;
    }

    static Optional<ZoneId> read(String id) {
        try {
            return ALL.contains(id) || id.equals("UTC") ? Optional.of(ZoneId.of(id)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The zone that the browser named, else the one where its language is at home. */
    static ZoneId guess(String named, Locale locale) {
        return read(named).or(() -> home(locale)).orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> home(Locale locale) {
        var home = Optional.ofNullable(HOMES.get(locale.toLanguageTag()));
        return home.isPresent()
                ? home.flatMap(Zones::read)
                : region(locale)
                        .or(() -> Optional.ofNullable(HOMES.get(locale.getLanguage()))
                                .flatMap(Zones::read));
    }

    private static Optional<ZoneId> region(Locale locale) {
        if (locale.getCountry().length() != 2) {
            return Optional.empty();
        }
        return TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, locale.getCountry(), null)
                .stream()
                .flatMap(id -> read(id).stream())
                .findFirst();
    }
}
