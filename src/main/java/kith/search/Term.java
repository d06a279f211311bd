package kith.search;

import java.util.List;
import java.util.stream.Collectors;

/** A typed word as the index may know it: its {@code forms} (none where it says nothing), in how many documents it was seen, and whether any says it now. */
record Term(String typed, List<String> forms, int documents, boolean said) {
    boolean empty() {
        return forms.isEmpty();
    }

    /** How much it tells: a word that few documents say tells more (the square of its inverse document frequency). */
    double weight(int of) {
        var inverse = Math.log(1 + (of + 1.0) / (documents + 0.5));
        return inverse * inverse;
    }

    /** Any of its forms, each behind every mark, as text of a tsquery. */
    String query(List<String> marks) {
        return marks.stream()
                .flatMap(mark -> forms.stream().map(form -> quoted(mark + form)))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
