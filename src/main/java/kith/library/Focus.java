package kith.library;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/** What articles are about: its name, the key under which spellings of it meet, and how many articles there are. */
public record Focus(String key, String name, int articles) {
    /** "Graves' Disease", "Graves disease" and "graves’ disease" are one. */
    static String key(String name) {
        return Normalizer2.getNFKDInstance()
                .normalize(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+|['’]s?\\b|['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
