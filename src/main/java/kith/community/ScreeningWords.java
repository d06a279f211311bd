package kith.community;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How screening patterns match: whole words, without regard to case, kinds of space or apostrophe; a pattern between slashes is a
 * regular expression. Harmless phrases are taken out before.
 */
record ScreeningWords(List<Pattern> patterns, List<Pattern> unless) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    static ScreeningWords of(Pack.Screening screening) {
        return new ScreeningWords(
                screening.patterns().stream().map(ScreeningWords::pattern).toList(),
                screening.unless().stream().map(ScreeningWords::pattern).toList());
    }

    boolean in(String text) {
        var rest = text.replace('’', '\'');
        for (var harmless : unless) {
            rest = harmless.matcher(rest).replaceAll(Matcher.quoteReplacement(" · "));
        }
        var left = rest;
        return patterns.stream().anyMatch(pattern -> pattern.matcher(left).find());
    }

    static boolean isExpression(String written) {
        return written.length() > 2 && written.startsWith("/") && written.endsWith("/");
    }

    /** Throws {@link java.util.regex.PatternSyntaxException} where a regular expression is none. */
    static Pattern pattern(String written) {
        return Pattern.compile(
                isExpression(written) ? written.substring(1, written.length() - 1) : phrase(written), FLAGS);
    }

    private static String phrase(String written) {
        return Pattern.compile("\\s+")
                .splitAsStream(written.strip().replace('’', '\''))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+", "(?<!\\w)", "(?!\\w)"));
    }
}
