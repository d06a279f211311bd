package kith.identity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Gives many people display names at once: each the own one where it is free, else with the lowest free number behind it. */
final class FreeNames {
    private static final int LONGEST_NAME = 30;
    private static final int MOST_NAMESAKES = 100_000;
    /** By how much each round of questions reaches farther than the one before: 200 namesakes are found a place in four. */
    private static final int STRIDE = 4;

    private final Function<String[], Set<String>> taken;

    /** {@code taken} tells which of some keys ({@link DisplayName#key()}) belong to somebody. */
    FreeNames(Function<String[], Set<String>> taken) {
        this.taken = taken;
    }

    /** A free name for each of {@code people}, whose wishes {@code wish} knows. */
    <P> Map<P, DisplayName> give(List<P> people, Function<P, String> wish) {
        var waiting = new LinkedHashMap<String, Deque<P>>();
        people.forEach(person -> waiting.computeIfAbsent(wish.apply(person), n -> new ArrayDeque<>())
                .add(person));
        var given = new HashMap<P, DisplayName>();
        var used = new HashSet<String>();
        for (int from = 1, to = STRIDE; !waiting.isEmpty(); from = to + 1, to = to * STRIDE) {
            var known = taken.apply(keys(waiting.keySet(), from, to));
            for (var each : waiting.entrySet()) {
                for (var n = from; n <= to && !each.getValue().isEmpty(); n++) {
                    var name = numbered(each.getKey(), n);
                    if (!known.contains(name.key()) && used.add(name.key())) {
                        given.put(each.getValue().remove(), name);
                    }
                }
            }
            waiting.values().removeIf(Deque::isEmpty);
        }
        return given;
    }

    private static String[] keys(Set<String> names, int from, int to) {
        var keys = new HashSet<String>();
        for (var name : names) {
            for (var n = from; n <= to; n++) {
                keys.add(numbered(name, n).key());
            }
        }
        return keys.toArray(String[]::new);
    }

    /** A name that may be one here, as near as can be to the one that somebody had elsewhere. */
    private static DisplayName numbered(String name, int n) {
        if (n > MOST_NAMESAKES) {
            throw new IllegalStateException("no free name");
        }
        var clean = DisplayName.of(name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}@<>]", " "))
                .text();
        var behind = n == 1 ? "" : " " + n;
        var most = Math.min(clean.length(), LONGEST_NAME - behind.length());
        var wanted = DisplayName.of(clean.substring(0, most) + behind);
        return wanted.refusal().isEmpty() ? wanted : DisplayName.of("Member " + n);
    }
}
