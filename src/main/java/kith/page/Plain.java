package kith.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phrase whose places take texts as they are, such as {@code {0} and {1}}: put together without ICU, which a page cannot afford for every name on it. */
record Plain(List<String> texts, List<Integer> places) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern QUOTED = Pattern.compile("'['{}]");
    private static final Plain NOT = new Plain(List.of(), List.of());

    /** What ICU alone understands, plurals or quoted signs, is {@link #fill filled} by nobody here. */
    static Plain of(String pattern) {
        var texts = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        var from = 0;
        for (var place = PLACE.matcher(pattern); place.find(); from = place.end()) {
            texts.add(pattern.substring(from, place.start()));
            places.add(Integer.valueOf(place.group(1)));
        }
        texts.add(pattern.substring(from));
        return QUOTED.matcher(pattern).find() || texts.stream().anyMatch(text -> text.matches("(?s).*[{}].*"))
                ? NOT
                : new Plain(List.copyOf(texts), List.copyOf(places));
    }

    Optional<String> fill(Object... args) {
        if (equals(NOT) || places.stream().anyMatch(place -> place >= args.length)) {
            return Optional.empty();
        }
        var whole = new StringBuilder(texts.getFirst());
        for (var n = 0; n < places.size(); n++) {
            whole.append(args[places.get(n)]).append(texts.get(n + 1));
        }
        return Optional.of(whole.toString());
    }
}
