package kith.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody asks, in the words of the index: the terms that tell, phrases and exclusions, as the queries of PostgreSQL that find and weigh. */
record Question(int number, List<Term> terms, List<List<Term>> phrases, List<Term> excluded) {
    /** More words than these make a search no better and only dearer. */
    private static final int MOST = 16;
    /** Of many words, two of the six that tell most must come together. */
    private static final int TELLING = 6;

    /** Of so many of those, one is enough. */
    private static final int ALONE = 3;

    static Question of(Terms.Shelf shelf, Wording wording, Map<String, Term> known) {
        var terms = wording.words().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(term -> !term.empty())
                .sorted(Comparator.comparingDouble(term -> -term.weight(shelf.documents())))
                .limit(MOST)
                .toList();
        return new Question(
                shelf.number(),
                terms,
                wording.phrases().stream().map(phrase -> known(phrase, known)).toList(),
                known(List.copyOf(wording.excluded()), known).stream()
                        .filter(term -> !term.empty())
                        .toList());
    }

    private static List<Term> known(List<String> words, Map<String, Term> known) {
        return words.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    boolean empty() {
        return terms.isEmpty();
    }

    boolean many() {
        return terms.size() > 1;
    }

    /** All of its terms behind a mark: {@code t:} in titles, {@code p:} in posts, {@code a:} in articles. */
    String all(String mark) {
        return terms.stream().map(term -> term.query(marks(mark))).collect(Collectors.joining(" & "))
                + conditions(mark);
    }

    /** Enough of its terms that it may well be about the same. */
    String some(String mark) {
        var telling = terms.subList(0, Math.min(TELLING, terms.size()));
        var pairs = telling.stream()
                .flatMap(one -> telling.stream()
                        .skip(telling.indexOf(one) + 1L)
                        .map(other -> "(" + one.query(marks(mark)) + " & " + other.query(marks(mark)) + ")"));
        var alone = terms.stream().limit(ALONE).map(term -> term.query(marks(mark)));
        return Stream.concat(pairs, alone).collect(Collectors.joining(" | ", "(", ")")) + conditions(mark);
    }

    /** About how many documents say it, at most: where all of several words must come together, as many as say the rarest. */
    int often(boolean loose) {
        return loose || !many()
                ? terms.stream().limit(ALONE).mapToInt(Term::documents).sum()
                : terms.stream().mapToInt(Term::documents).min().orElse(0);
    }

    /** One query for each term, wherever it stands, to weigh it. */
    String[] each() {
        return terms.stream().map(term -> term.query(marks("p:", "a:"))).toArray(String[]::new);
    }

    Double[] weights(int documents) {
        var all = terms.stream().mapToDouble(term -> term.weight(documents)).sum();
        return terms.stream().map(term -> term.weight(documents) / all).toArray(Double[]::new);
    }

    /** Every form of every term without a mark, to show where a text says it. */
    String forms() {
        return terms.stream().map(term -> term.query(List.of(""))).collect(Collectors.joining(" | "));
    }

    private String conditions(String mark) {
        var text = mark.equals("t:") ? marks("p:", "a:") : marks(mark);
        return phrases.stream().map(phrase -> phrase(phrase, text)).collect(Collectors.joining())
                + excluded.stream().map(term -> " & !" + term.query(text)).collect(Collectors.joining());
    }

    /** Its words one after the other; words that say nothing leave a gap of their own width. */
    private static String phrase(List<Term> phrase, List<String> marks) {
        var query = new StringBuilder();
        var gap = 1;
        for (var term : phrase) {
            if (term.empty()) {
                gap++;
            } else {
                query.append(query.isEmpty() ? "" : " <" + gap + "> ").append(term.query(marks));
                gap = 1;
            }
        }
        return query.isEmpty() ? "" : " & (" + query + ")";
    }

    private List<String> marks(String... kinds) {
        return Stream.of(kinds).map(kind -> number + kind).toList();
    }
}
