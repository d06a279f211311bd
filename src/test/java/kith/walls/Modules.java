package kith.walls;

import java.util.List;

/** The modules of the house by level, as docs/HOUSE.md says it: each may know those of lower levels and nothing else. */
final class Modules {
    static final List<List<String>> LEVELS = List.of(
            List.of("house", "page"),
            List.of("audit"),
            List.of("identity"),
            List.of("live"),
            List.of("notification"),
            List.of("community"),
            List.of("duty"),
            List.of("moderation", "practitioner"),
            List.of("conversation", "messaging", "library"),
            List.of("advice", "care", "academy"),
            List.of("engagement", "search", "fhir"),
            List.of("setup"),
            List.of("insight"),
            List.of("simulator"));

    private Modules() {}

    static List<String> below(String module) {
        return LEVELS.stream()
                .takeWhile(level -> !level.contains(module))
                .flatMap(List::stream)
                .toList();
    }

    static List<String> all() {
        return LEVELS.stream().flatMap(List::stream).toList();
    }
}
