package kith.community;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How screening patterns match: whole words, without regard to case, kinds of space or apostrophe; a pattern between slashes is a
 * regular expression. Harmless phrases are taken out before.
 */
record ScreeningWords(List<Sought> patterns, List<Sought> unless) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final String GONE = " · ";

    /** What is looked for in folded text. */
    sealed interface Sought {
        boolean in(String text);

        String takenOut(String text);
    }

    /** Words as they stand. */
    record Phrase(String words) implements Sought {
        @Override
        public boolean in(String text) {
            return at(text, 0) >= 0;
        }

        @Override
        public String takenOut(String text) {
            var rest = text;
            for (var at = at(rest, 0); at >= 0; at = at(rest, at)) {
                rest = rest.substring(0, at) + GONE + rest.substring(at + words.length());
            }
            return rest;
        }

        private int at(String text, int from) {
            var at = text.indexOf(words, from);
            while (at >= 0 && (letter(text, at - 1) || letter(text, at + words.length()))) {
                at = text.indexOf(words, at + 1);
            }
            return at;
        }

        private static boolean letter(String text, int at) {
            return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
        }
    }

    /** A regular expression. */
    record Expression(Pattern pattern) implements Sought {
        @Override
        public boolean in(String text) {
            return pattern.matcher(text).find();
        }

        @Override
        public String takenOut(String text) {
            return pattern.matcher(text).replaceAll(GONE);
        }
    }

    static ScreeningWords of(Pack.Screening screening) {
        return new ScreeningWords(
                screening.patterns().stream().map(ScreeningWords::sought).toList(),
                screening.unless().stream().map(ScreeningWords::sought).toList());
    }

    boolean in(String text) {
        var rest = folded(text);
        for (var harmless : unless) {
            rest = harmless.takenOut(rest);
        }
        var left = rest;
        return patterns.stream().anyMatch(pattern -> pattern.in(left));
    }

    static boolean isExpression(String written) {
        return written.length() > 2 && written.startsWith("/") && written.endsWith("/");
    }

    /** Throws {@link java.util.regex.PatternSyntaxException} where a regular expression is none. */
    static Sought sought(String written) {
        return isExpression(written)
                ? new Expression(Pattern.compile(written.substring(1, written.length() - 1), FLAGS))
                : new Phrase(folded(written).strip());
    }

    private static String folded(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('’', '\'');
        return SPACE.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
