package kith.conversation;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Phone numbers in a text: any that is written with its country's code, and those of the countries where a community's language is spoken. A number has to
 * exist and to be grouped as one is, so that doses, dates and years are not taken for one.
 */
final class Phones {
    private static final PhoneNumberUtil KNOWN = PhoneNumberUtil.getInstance();
    private static final long TRIES = 200;
    private static final int SHORTEST = 8;

    private static final Map<String, List<String>> COUNTRIES =
            Map.of("de", List.of("DE", "AT", "CH"), "en", List.of("US", "GB", "AU", "NZ", "IE"));

    private Phones() {}

    static Stream<PhoneNumberMatch> in(String text, Locale language) {
        var countries = COUNTRIES.getOrDefault(language.getLanguage(), List.of("ZZ"));
        return countries.stream().flatMap(country -> in(text, country)).filter(Phones::dialled);
    }

    private static Stream<PhoneNumberMatch> in(String text, String country) {
        var found = KNOWN.findNumbers(text, country, Leniency.VALID, TRIES);
        return StreamSupport.stream(found.spliterator(), false);
    }

    /** Long enough, and with something that people put into a number to be dialled: a plus, a leading zero, brackets, or groups. */
    private static boolean dialled(PhoneNumberMatch match) {
        var written = match.rawString();
        var digits = written.chars().filter(Character::isDigit).count();
        return digits >= SHORTEST && (written.matches("[+(0].*") || written.matches(".*\\d[ .-]\\d.*"));
    }
}
