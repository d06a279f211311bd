package kith.setup;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of signs and how many people have them, as GARD's articles carry it: a table that lost its lines. */
record Signs(String before, String table, String after) {
    private static final Pattern TABLE = Pattern.compile(
            "^(.*?)Signs and Symptoms Approximate number of patients \\(when available\\) (.*?)(?:(?<=[%-])\\s+(The Human Phenotype Ontology \\(HPO\\).*))?$");
    private static final Pattern ROW = Pattern.compile("(\\p{L}.*?) (\\d{1,3}(?:\\.\\d+)?%|-)(?=\\s|$)");

    static Optional<Signs> in(String text) {
        var found = TABLE.matcher(text);
        return found.matches()
                ? Optional.of(new Signs(found.group(1), found.group(2), found.group(3) == null ? "" : found.group(3)))
                : Optional.empty();
    }

    String markdown() {
        var rows = ROW.matcher(table)
                .results()
                .map(row ->
                        "- " + Readable.escaped(row.group(1)) + (row.group(2).equals("-") ? "" : ": " + row.group(2)))
                .collect(Collectors.joining("\n"));
        return Readable.paragraphs(before.strip())
                + "\n\n**Signs and symptoms: approximate number of patients (when available)**\n\n" + rows + "\n\n"
                + Readable.paragraphs(after);
    }
}
