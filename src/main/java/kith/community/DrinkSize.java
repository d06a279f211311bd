package kith.community;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How much pure alcohol, in grams, one standard drink holds in the country in which somebody counts. */
public record DrinkSize(String country, BigDecimal grams) {
    static Optional<DrinkSize> of(Pack pack, Map<String, Told> told, ZoneId zone) {
        var named = Optional.ofNullable(told.get("country-of-drinks"))
                .map(Told::words)
                .flatMap(DrinkSize::country)
                .orElseGet(() -> Country.of(zone));
        return pack.standardDrinks().containsKey(named)
                ? pack.standardDrink(named).map(grams -> new DrinkSize(named, grams))
                : Optional.empty();
    }

    /** The country that somebody wrote down, by its code or its name in English or German. */
    static Optional<String> country(String words) {
        var wanted = words.strip();
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> code.equalsIgnoreCase(wanted)
                        || Country.name(code, Locale.ENGLISH).equalsIgnoreCase(wanted)
                        || Country.name(code, Locale.GERMAN).equalsIgnoreCase(wanted))
                .findFirst();
    }
}
