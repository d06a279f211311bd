package kith.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kith.page.Phrases;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The page of an export: whole in itself, in the person's language, to be read without the house. */
record ExportDocument(Phrases phrases, Locale locale, ZoneId zone) {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1.1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:light-dark(#1e2a2c,#e9ece9);background:light-dark(#faf7f2,#14191a)}
            h1,h2{line-height:1.25}h2{margin-top:2.5rem}img{max-width:100%;border-radius:12px}
            dl{border-top:1px solid light-dark(#857d6d,#7c8989);padding-top:.8rem}dt{color:light-dark(#566467,#a3b0b0);font-size:.9rem}
            dd{margin:0 0 .6rem;white-space:pre-wrap;overflow-wrap:anywhere}
            """;

    String of(List<Exports.Chapter> chapters) {
        var html = new StringBuilder("<!doctype html><html lang=\"" + locale.toLanguageTag()
                + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"><title>"
                + say("identity.export.title")
                + "</title><style>" + STYLE + "</style></head><body><main><h1>" + say("identity.export.title")
                + "</h1><p>"
                + say("identity.export.intro", moment(Instant.now())) + "</p>");
        for (var chapter : chapters) {
            chapter.parts().stream().filter(part -> !part.rows().isEmpty()).forEach(part -> add(part, html));
        }
        html.append(empty(chapters));
        return html.append("</main></body></html>").toString();
    }

    /** Of what the house keeps nothing, in one list at the end. */
    private String empty(List<Exports.Chapter> chapters) {
        var names = chapters.stream()
                .flatMap(chapter -> chapter.parts().stream())
                .filter(part -> part.rows().isEmpty())
                .map(part -> "<li>" + say(part.key()) + "</li>")
                .collect(Collectors.joining());
        return names.isEmpty() ? "" : "<h2>" + say("identity.export.nothing") + "</h2><ul>" + names + "</ul>";
    }

    private void add(PersonalData.Part part, StringBuilder html) {
        html.append("<h2>").append(say(part.key())).append("</h2>");
        for (var row : part.rows()) {
            html.append("<dl>");
            row.forEach((name, value) -> add(name, value, html));
            html.append("</dl>");
        }
    }

    private void add(String name, @Nullable Object value, StringBuilder html) {
        if (value != null && !value.toString().isEmpty()) {
            html.append("<dt>")
                    .append(field(name))
                    .append("</dt><dd>")
                    .append(show(value))
                    .append("</dd>");
        }
    }

    /** What a column is called in the person's words; its own name where nobody gave it one. */
    private String field(String name) {
        var key = key(name);
        var words = phrases.say(locale, key);
        return HtmlUtils.htmlEscape(words.equals(key) ? name.replace('_', ' ') : words);
    }

    static String key(String column) {
        return "identity.export.field." + column.replace('_', '-');
    }

    private String show(Object value) {
        return switch (value) {
            case Timestamp at -> moment(at.toInstant());
            case Instant at -> moment(at);
            case OffsetDateTime at -> moment(at.toInstant());
            case Boolean yes -> say(yes ? "identity.export.yes" : "identity.export.no");
            case Map<?, ?> map -> HtmlUtils.htmlEscape(map.toString());
            case String text -> picture(text) ? "<img alt=\"\" src=\"" + text + "\">" : HtmlUtils.htmlEscape(text);
            default -> HtmlUtils.htmlEscape(value.toString());
        };
    }

    private static boolean picture(String text) {
        return text.matches("data:image/(png|jpeg);base64,[A-Za-z0-9+/=]*");
    }

    private String moment(Instant at) {
        return HtmlUtils.htmlEscape(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale.equals(Locale.ENGLISH) ? Locale.UK : locale)
                .format(at.atZone(zone)));
    }

    private String say(String key, Object... args) {
        return HtmlUtils.htmlEscape(phrases.say(locale, key, args));
    }
}
