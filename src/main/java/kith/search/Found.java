package kith.search;

import java.util.List;
import java.util.Map;
import kith.community.Person;
import org.jspecify.annotations.Nullable;

/**
 * What was found: people, posts and articles, and the key of the next page; {@code meant} says which typed word was taken for which, {@code unsaid} which words
 * nobody says here, {@code loose} that not all words are in everything.
 */
public record Found(
        List<Person> people,
        List<Find> finds,
        @Nullable String next,
        Map<String, String> meant,
        List<String> unsaid,
        boolean loose) {
    static Found nothing(List<Person> people) {
        return new Found(people, List.of(), null, Map.of(), List.of(), false);
    }

    Found with(List<Person> people) {
        return new Found(people, finds, next, meant, unsaid, loose);
    }

    public boolean isEmpty() {
        return people.isEmpty() && finds.isEmpty();
    }
}
