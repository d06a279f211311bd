package kith.setup;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes long runs of plain text readable as Markdown: a question that only repeats the title goes, lists become lists, and sentences gather into paragraphs. No
 * word of the text is added or changed; a footnote's number goes, and so does a list that is said twice in a row.
 */
final class Readable {
    /** About five lines on a phone: more in one block is not read (a reader's own measure, no rule of the source's). */
    private static final int PARAGRAPH = 420;

    private static final Pattern FOOTNOTES = Pattern.compile("(?:\\[\\d+])+");
    private static final Pattern HEADING = Pattern.compile("^(?:What|How|Is|Are|Who|Can|Do)\\b[^.?!]{3,140}\\?\\s+");
    private static final Pattern ITEM = Pattern.compile("(?<=[\\p{L}\\p{N}.:;,)?!%])\\s+-\\s+(?=[\\p{L}\\p{N}\"(])");
    private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]<>#~|]");
    private static final Pattern STARTS_LIKE_A_MARK =
            Pattern.compile("^(?:([+-])(?=\\s)|(\\d{1,9})([.)])(?=\\s)|(=+)$)");
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?:\\b(?:e\\.g|i\\.e|Dr|Mr|Mrs|Ms|vs|etc|approx|St|No|Fig|[A-Z])\\.)\\s*$");

    private Readable() {}

    /** Markdown of a text that answers {@code title}. */
    static String markdown(String text, String title) {
        var plain =
                FOOTNOTES.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
        var signs = Signs.in(withoutHeading(plain, title));
        return signs.map(Signs::markdown).orElseGet(() -> blocks(withoutHeading(plain, title)));
    }

    /** Markdown of a text whose parts are not known. */
    static String blocks(String plain) {
        var begin = plain.startsWith("- ") ? " " + plain : plain;
        var parts = ITEM.split(begin.startsWith(" - ") ? ":" + begin : begin);
        if (parts.length < 3) {
            return paragraphs(plain);
        }
        var lead = parts[0].equals(":") ? "" : parts[0];
        var items = new ArrayList<>(List.of(parts).subList(1, parts.length));
        var rest = afterLast(items);
        var list = new StringBuilder();
        items.forEach(item -> list.append("- ").append(escaped(item.strip())).append('\n'));
        return String.join("\n\n", paragraphs(lead), list.toString().strip(), paragraphs(notTwice(rest, items)))
                .strip();
    }

    /** The last item has no end in the source: it ends with its first sentence, or where the list begins a second time. */
    private static String afterLast(List<String> items) {
        var last = items.getLast();
        var again = last.indexOf(" " + items.getFirst().strip());
        var cut = again > 0 ? again : firstSentence(last);
        items.set(items.size() - 1, last.substring(0, cut));
        return last.substring(cut).strip();
    }

    private static int firstSentence(String text) {
        var sentences = sentences(text);
        return sentences.size() < 2 ? text.length() : sentences.getFirst().length();
    }

    private static String notTwice(String rest, List<String> items) {
        var twice = String.join(" ", items.stream().map(String::strip).toList());
        return rest.startsWith(twice) ? rest.substring(twice.length()).strip() : rest;
    }

    private static String withoutHeading(String text, String title) {
        var found = HEADING.matcher(text);
        return found.lookingAt() && shares(found.group(), title) ? text.substring(found.end()) : text;
    }

    /** Whether a question is about the same as the title: some of its long words are there, too, and at most one is not. */
    private static boolean shares(String question, String title) {
        var known = words(title);
        var asked = words(question);
        return asked.stream().anyMatch(known::contains)
                && asked.stream().filter(word -> !known.contains(word)).count() <= 1;
    }

    private static List<String> words(String text) {
        return Pattern.compile("\\p{L}{5,}")
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .filter(word -> !word.equals("signs") && !word.equals("symptoms"))
                .toList();
    }

    static String paragraphs(String text) {
        var all = new ArrayList<String>();
        var one = new StringBuilder();
        for (var sentence : sentences(text)) {
            if (!one.isEmpty() && one.length() + sentence.length() > PARAGRAPH) {
                all.add(escaped(one.toString().strip()));
                one.setLength(0);
            }
            one.append(sentence);
        }
        all.add(escaped(one.toString().strip()));
        return String.join("\n\n", all).strip();
    }

    /** The sentences of a text, each with the space behind it; an abbreviation ends none. */
    private static List<String> sentences(String text) {
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        var all = new ArrayList<String>();
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            var sentence = text.substring(from, to);
            var more = to < text.length() && !Character.isUpperCase(text.codePointAt(to));
            if (!ABBREVIATION.matcher(sentence).find() && !(more && !Character.isDigit(text.codePointAt(to)))) {
                all.add(sentence);
                from = to;
            }
        }
        if (from < text.length()) {
            all.add(text.substring(from));
        }
        return all;
    }

    /** The text so that Markdown shows each sign as it is. */
    static String escaped(String text) {
        var signs = MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement("\\" + mark.group()));
        var start = STARTS_LIKE_A_MARK.matcher(signs);
        return start.lookingAt()
                ? start.group(3) == null ? "\\" + signs : start.group(2) + "\\" + signs.substring(start.end(2))
                : signs;
    }
}
