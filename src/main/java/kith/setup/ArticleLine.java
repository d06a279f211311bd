package kith.setup;

import java.util.Map;
import kith.library.ArrivingArticles.Arrival;
import kith.library.Origin;
import org.jspecify.annotations.Nullable;

/** A line of a file of articles, as MedQuAD has them. */
record ArticleLine(
        @Nullable String id,
        @Nullable String focus,
        @Nullable String type,
        @Nullable String question,
        @Nullable String answer,
        @Nullable String source,
        @Nullable String url) {
    private static final String LICENCE = "CC BY 4.0, from MedQuAD (Ben Abacha and Demner-Fushman, 2019)";
    private static final Map<String, String> PUBLISHERS = Map.of(
            "GARD", "Genetic and Rare Diseases Information Center (GARD)",
            "GHR", "Genetics Home Reference, U.S. National Library of Medicine",
            "NIDDK", "U.S. National Institute of Diabetes and Digestive and Kidney Diseases",
            "NIHSeniorHealth", "NIH Senior Health, U.S. National Institutes of Health",
            "MPlusHealthTopics", "MedlinePlus, U.S. National Library of Medicine",
            "NINDS", "U.S. National Institute of Neurological Disorders and Stroke",
            "NHLBI", "U.S. National Heart, Lung, and Blood Institute");

    static ArticleLine read(String text) {
        return Json.read(text, ArticleLine.class);
    }

    /** The publisher's name before the id: two publishers use the same ones. */
    Arrival arrival() {
        var from = Json.needed("source", source, 120);
        var subject = subject();
        var title = title();
        return new Arrival(
                from + "/" + Json.needed("id", id, 200),
                title,
                subject,
                Json.limited("type", type, 60),
                Readable.markdown(Json.needed("answer", answer, 50_000), title),
                new Origin(PUBLISHERS.getOrDefault(from, from), Json.limited("url", url, 500), LICENCE));
    }

    /** What the article is about, by which the demo spreads them. */
    String subject() {
        return capital(plain(Json.needed("focus", focus, 120)));
    }

    /** "What is (are) Lupus ?" asks the way a machine does. */
    private String title() {
        var asked = plain(Json.needed("question", question, 200))
                .replaceFirst("^What is \\(are\\) (.*?)\\s*\\?*$", "What is $1?")
                .replaceAll("[\\s?]+$", "?")
                .replaceFirst("^Do you have information about (.*)\\?$", "$1")
                .replaceFirst("^What to do for (.*)\\?$", "$1: what to do");
        return capital(asked);
    }

    private static String plain(String text) {
        return text.replace("What I need to know about ", "")
                .replaceAll("\\s+", " ")
                .replace("'", "’")
                .strip();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
