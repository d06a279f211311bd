package kith.community;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Guesses where somebody is from their time zone, so that nobody has to say it. */
public final class Country {
    /** Currencies to choose from first; the reader's own is put before them. */
    static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "GBP", "NZD", "AUD", "CAD", "CHF", "DKK", "SEK", "NOK", "PLN", "CZK", "JPY", "INR", "ZAR");

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    private Country() {}

    /** The country (ISO 3166-1, two capitals) of a time zone, or empty where it lies in none. */
    static String of(ZoneId zone) {
        try {
            var region = TimeZone.getRegion(zone.getId());
            return KNOWN.contains(region) ? region : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The country that somebody chose, else the one of their time zone. */
    public static String chosen(String choice, ZoneId zone) {
        return KNOWN.contains(choice) ? choice : of(zone);
    }

    static String name(String country, Locale language) {
        return Locale.of("", country).getDisplayCountry(language);
    }

    /** The currency that is usual in the country of a time zone. */
    static String currency(ZoneId zone) {
        var country = of(zone);
        var usual = country.isEmpty() ? null : Currency.getInstance(new ULocale("und", country));
        return usual == null ? "EUR" : usual.getCurrencyCode();
    }

    static String currencyOr(String typed) {
        return typed.matches("[A-Z]{3}") && Currency.isAvailable(typed, null, null) ? typed : "EUR";
    }

    static List<String> currencies(ZoneId zone) {
        var own = currency(zone);
        return CURRENCIES.contains(own)
                ? CURRENCIES
                : Stream.concat(Stream.of(own), CURRENCIES.stream()).toList();
    }
}
