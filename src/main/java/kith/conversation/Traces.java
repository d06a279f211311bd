package kith.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that in one text can lead to a person, in its order; words that are quoted from somebody else are left out. */
final class Traces {
    private static final Pattern QUOTED = Pattern.compile("(?m)^[ ]{0,3}>.*$");

    private Traces() {}

    /** {@code own} are names by which others know the writer, outside of the house or, where they speak anonymously, in it. */
    static List<Doubt> in(String field, String text, Locale language, List<String> own) {
        var said = QUOTED.matcher(text).replaceAll(quote -> " ".repeat(quote.group().length()));
        var found = new ArrayList<Found>();
        Arrays.stream(Trace.values()).flatMap(trace -> matches(trace, said)).forEach(found::add);
        Phones.in(said, language)
                .map(match -> new Found("conversation.trace.phone", match.start(), match.end()))
                .forEach(found::add);
        own.stream().flatMap(name -> named(name, said)).forEach(found::add);
        return apart(found).map(one -> Doubt.of(one.key(), field, said, one.from(), one.to())).toList();
    }

    private record Found(String key, int from, int to) {}

    private static Stream<Found> matches(Trace trace, String text) {
        return trace.pattern().matcher(text).results().map(hit -> new Found(trace.key(), hit.start(), hit.end()));
    }

    private static Stream<Found> named(String name, String text) {
        var word = Pattern.compile("(?iu)(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])");
        return word.matcher(text).results().map(hit -> new Found("conversation.trace.own-name", hit.start(), hit.end()));
    }

    /** In their order; of two that overlap the one that begins first, of those the longest. */
    private static Stream<Found> apart(List<Found> found) {
        var kept = new ArrayList<Found>();
        found.stream()
                .sorted(Comparator.comparingInt(Found::from).thenComparing(one -> -one.to()))
                .filter(one -> kept.stream().noneMatch(before -> one.from() < before.to()))
                .forEach(kept::add);
        return kept.stream();
    }
}
