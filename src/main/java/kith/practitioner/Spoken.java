package kith.practitioner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages in which practitioners may say that they advise, each with its name in the reader's. */
final class Spoken {
    static final List<String> TAGS =
            List.of("en", "de", "mi", "sm", "fr", "es", "pt", "it", "nl", "pl", "uk", "tr", "ar", "hi", "zh", "ko");

    private Spoken() {}

    static Map<String, String> names(Locale reader) {
        var names = new LinkedHashMap<String, String>();
        TAGS.forEach(tag -> names.put(tag, name(tag, reader)));
        return names;
    }

    static String name(String tag, Locale reader) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(reader);
    }
}
