package kith.notification;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.page.Phrases;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A mail in one language, as plain text and as the simplest page. */
record Written(String subject, String text, String html) {
    static Written of(Phrases phrases, Locale locale, String key, @Nullable String link, Object... args) {
        var subject = phrases.say(locale, key + ".subject").replaceAll("\\p{Cntrl}", " ");
        var body = phrases.say(locale, key + ".text", args);
        var foot = phrases.say(locale, "notification.mail.foot");
        var button = link == null ? "" : phrases.say(locale, key + ".button");
        var text = body + (link == null ? "" : "\n\n" + button + ":\n" + link) + "\n\n-- \n" + foot + "\n";
        return new Written(subject, text, html(locale, subject, body, link, button, foot));
    }

    private static String html(
            Locale locale, String subject, String body, @Nullable String link, String button, String foot) {
        var words = Stream.of(body.split("\n\n")).map(Written::paragraph).collect(Collectors.joining());
        var way = link == null
                ? ""
                : "<p><a href=\"" + HtmlUtils.htmlEscape(link) + "\">" + HtmlUtils.htmlEscape(button) + "</a></p>";
        return "<!doctype html><html lang=\"" + locale.toLanguageTag() + "\"><head><meta charset=\"utf-8\"><title>"
                + HtmlUtils.htmlEscape(subject) + "</title></head><body>" + words + way + paragraph(foot)
                + "</body></html>";
    }

    private static String paragraph(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text).replace("\n", "<br>") + "</p>";
    }
}
