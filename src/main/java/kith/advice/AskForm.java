package kith.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import kith.page.Refusal;
import kith.page.Refusals;

/** A question as it is typed: to all or {@code closed}, under one's name or {@code anonymous}, in a section and a language. */
public record AskForm(
        String section, String title, String body, String audience, String as, String language, String sure) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_BODY = 12_000;

    public AskForm {
        section = Typed.line(section);
        title = Typed.line(title);
        body = Typed.text(body).strip();
        audience = Typed.line(audience).equals("closed") ? "closed" : "all";
        as = Typed.line(as).equals("anonymous") ? "anonymous" : "name";
        language = Typed.line(language);
        sure = Typed.line(sure);
    }

    static AskForm of(Map<String, String> typed) {
        return new AskForm(
                typed.getOrDefault("section", ""),
                typed.getOrDefault("title", ""),
                typed.getOrDefault("body", ""),
                typed.getOrDefault("audience", ""),
                typed.getOrDefault("as", ""),
                typed.getOrDefault("language", ""),
                "");
    }

    /** As it is kept while it is typed. */
    Map<String, String> fields(boolean linked) {
        var fields = new HashMap<>(Map.of(
                "section",
                section,
                "title",
                title,
                "body",
                body,
                "audience",
                audience,
                "as",
                as,
                "language",
                language));
        if (linked) {
            fields.put("linked", "true");
        }
        return fields;
    }

    boolean closed() {
        return audience.equals("closed");
    }

    boolean anonymous() {
        return as.equals("anonymous");
    }

    Refusals refusals() {
        var found = new ArrayList<Refusal>();
        between(found, "title", title, LONGEST_TITLE);
        between(found, "body", body, LONGEST_BODY);
        return new Refusals(found);
    }

    private static void between(ArrayList<Refusal> found, String field, String text, int most) {
        if (text.isBlank()) {
            found.add(Refusal.in(field, "advice.refused.empty." + field));
        } else if (text.codePointCount(0, text.length()) > most) {
            found.add(Refusal.in(field, "advice.refused.long", most));
        }
    }
}
