package kith.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Typed words taken apart: single {@code words}, {@code phrases} in quotation marks of whatever language, and what is {@code excluded} by a minus before it. */
record Wording(Set<String> words, List<List<String>> phrases, Set<String> excluded) {
    private static final int MOST = 40;
    private static final int STORY = 12;
    private static final Pattern PART = Pattern.compile(
            "(?<minus>(?<![\\p{L}\\p{N}])[-−–])?(?:[\"“”„«»](?<phrase>[^\"“”„«»]*)[\"“”„«»]?|(?<word>[\\p{L}\\p{M}\\p{N}]+))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    static Wording of(String typed) {
        var words = new LinkedHashSet<String>();
        var phrases = new ArrayList<List<String>>();
        var excluded = new LinkedHashSet<String>();
        PART.matcher(typed.toLowerCase(Locale.ROOT)).results().limit(MOST).forEach(part -> {
            var all = WORD.matcher(part.group())
                    .results()
                    .map(found -> found.group())
                    .filter(word -> word.length() > 1)
                    .toList();
            if (part.group(1) != null) {
                excluded.addAll(all);
            } else {
                words.addAll(all);
                if (part.group(2) != null && all.size() > 1) {
                    phrases.add(all);
                }
            }
        });
        // Whoever tells a whole story quotes somebody; whoever looks for a phrase types little else.
        return new Wording(words, words.size() > STORY ? List.of() : List.copyOf(phrases), excluded);
    }

    /** Whether it is a story more than a search: then only long words are taken for others. */
    boolean story() {
        return words.size() > STORY;
    }

    /** Every word once, in the order typed. */
    List<String> all() {
        var all = new LinkedHashSet<>(words);
        all.addAll(excluded);
        return List.copyOf(all);
    }
}
