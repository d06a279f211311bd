package kith.conversation;

import java.net.URI;
import java.time.Year;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;

/** What is typed to put something right. */
public record CorrectionForm(String words, String source, String url, String year, String dangerous) {
    static final CorrectionForm EMPTY = new CorrectionForm("", "", "", "", "");
    static final int LONGEST = 2_000;

    public CorrectionForm {
        words = Typed.text(words).strip();
        source = Typed.line(source);
        url = Typed.line(url);
        year = Typed.line(year);
        dangerous = Typed.line(dangerous);
    }

    static CorrectionForm of(Correction made) {
        var cited = made.cited();
        return new CorrectionForm(
                made.words(), cited.title(), cited.url(), String.valueOf(cited.year()), made.dangerous() ? "true" : "");
    }

    public boolean harms() {
        return dangerous.equals("true");
    }

    Correction.Cited cited() {
        return new Correction.Cited(source, url, Integer.parseInt(year));
    }

    Refusals refuse() {
        return Refusals.gather(
                refuse("words", !words.isEmpty() && words.length() <= LONGEST),
                refuse("source", !source.isEmpty() && source.length() <= 200),
                refuse("url", url.length() <= 500 && web()),
                refuse(
                        "year",
                        year.matches("(19|20)[0-9]{2}")
                                && Integer.parseInt(year) <= Year.now().getValue()));
    }

    private static Optional<Refusal> refuse(String field, boolean good) {
        return good ? Optional.empty() : Optional.of(Refusal.in(field, "conversation.correction.refused." + field));
    }

    private boolean web() {
        try {
            var uri = URI.create(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
