package kith.notification;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.page.Phrases;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A mail in one language, as plain text and as the simplest page. */
record Written(String subject, String text, String html) {
    /** Large and calm on a phone, by day and by night; asks for nothing from anywhere, so that opening it tells nobody. */
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>%s</title>
            <style>:root{color-scheme:light dark}
            @media (prefers-color-scheme: dark){body{background:#14191a!important}.sheet{background:#1c2324!important;color:#e9ece9!important}.quiet{color:#a3b0b0!important}a.to{color:#5cc8b2!important}a.do{background:#5cc8b2!important;color:#10201d!important}}</style></head>
            <body style="margin:0;padding:16px 8px;background:#faf7f2">
            <div role="main" class="sheet" style="max-width:544px;margin:0 auto;padding:24px 20px;border-radius:14px;background:#ffffff;color:#1e2a2c;font:18px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
            <h1 style="margin:0 0 18px;font-size:24px;line-height:1.25">%s</h1>
            %s
            <p class="quiet" style="margin:28px 0 0;color:#566467;font-size:15px">%s</p>
            </div></body></html>
            """;

    private static final String WAY = """
            <p style="margin:24px 0"><a class="do" href="%s" style="display:inline-block;padding:14px 24px;border-radius:99px;background:#0d6b5b;color:#ffffff;font-weight:600;text-decoration:none">%s</a></p>
            <p class="quiet" style="margin:0;color:#566467;font-size:15px">%s<br><a class="to" href="%s" style="color:#0d6b5b;overflow-wrap:anywhere;word-break:break-word">%s</a></p>""";

    /** The words around a mail's own: on its button, before the link as text, and at its end. */
    private record Words(String button, String copy, String foot) {
        static Words of(Phrases phrases, Locale locale, String key, @Nullable String link) {
            return new Words(
                    link == null ? "" : phrases.say(locale, key + ".button"),
                    phrases.say(locale, "notification.mail.copy"),
                    phrases.say(locale, "notification.mail.foot"));
        }
    }

    static Written of(Phrases phrases, Locale locale, String key, @Nullable String link, Object... args) {
        var subject = phrases.say(locale, key + ".subject").replaceAll("\\p{Cntrl}", " ");
        var body = phrases.say(locale, key + ".text", args).strip();
        var words = Words.of(phrases, locale, key, link);
        var way = link == null ? "" : "\n\n" + words.button() + ":\n" + link;
        var text = body + way + "\n\n-- \n" + words.foot() + "\n";
        return new Written(subject, text, html(locale, subject, body, link, words));
    }

    private static String html(Locale locale, String subject, String body, @Nullable String link, Words words) {
        var inner = Stream.of(body.split("\n\n")).map(Written::paragraph).collect(Collectors.joining());
        return page(locale, subject, inner + (link == null ? "" : way(escape(link), words)), escape(words.foot()));
    }

    /** The whole page around what stands in it and at its end, both HTML. */
    static String page(Locale locale, String subject, String inner, String foot) {
        return PAGE.formatted(locale.toLanguageTag(), escape(subject), escape(subject), inner, foot);
    }

    static String way(Phrases phrases, Locale locale, String button, String link) {
        return way(escape(link), new Words(button, phrases.say(locale, "notification.mail.copy"), ""));
    }

    /** The link as a button, and as text for who cannot press it or wants to see where it leads. */
    private static String way(String link, Words words) {
        return WAY.formatted(link, escape(words.button()), escape(words.copy()), link, link);
    }

    static String paragraph(String text) {
        return "<p style=\"margin:0 0 18px\">" + escape(text).replace("\n", "<br>") + "</p>";
    }

    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
