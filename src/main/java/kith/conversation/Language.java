package kith.conversation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The languages that a post can say it is written in, each by its own name. */
public enum Language {
    AR("العربية"),
    CS("Čeština"),
    DA("Dansk"),
    DE("Deutsch"),
    EL("Ελληνικά"),
    EN("English"),
    ES("Español"),
    FA("فارسی"),
    FI("Suomi"),
    FR("Français"),
    HE("עברית"),
    HI("हिन्दी"),
    HU("Magyar"),
    IT("Italiano"),
    JA("日本語"),
    KO("한국어"),
    MI("Te reo Māori"),
    NL("Nederlands"),
    NO("Norsk"),
    PL("Polski"),
    PT("Português"),
    RO("Română"),
    RU("Русский"),
    SM("Gagana Sāmoa"),
    SV("Svenska"),
    TO("Lea faka-Tonga"),
    TR("Türkçe"),
    UK("Українська"),
    VI("Tiếng Việt"),
    ZH("中文");

    private static final Map<String, Language> BY_TAG =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Language::tag, Function.identity()));

    private final String ownName;
    private final String tag = name().toLowerCase(Locale.ROOT);

    Language(String ownName) {
        this.ownName = ownName;
    }

    String tag() {
        return tag;
    }

    static Optional<Language> of(String tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }

    /** The name of a language, or nothing where it is none of these. */
    public static String name(String tag) {
        return of(tag).map(one -> one.ownName).orElse("");
    }

    /** To choose from, by tag. */
    public static Map<String, String> choices() {
        var all = new LinkedHashMap<String, String>();
        Arrays.stream(values()).forEach(one -> all.put(one.tag(), one.ownName));
        return all;
    }
}
