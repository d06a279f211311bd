package kith.library;

import java.util.ArrayList;
import java.util.Objects;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What somebody typed into the form of an article; {@code version} is the one that they began to change. */
public record ArticleForm(
        @Nullable String title,
        @Nullable String focus,
        @Nullable String body,
        @Nullable String source,
        @Nullable String url,
        @Nullable String licence,
        int version) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_FOCUS = 120;
    static final int LONGEST_BODY = 60_000;
    private static final int LONGEST_LINE = 500;

    public ArticleForm {
        title = plain(title);
        focus = plain(focus);
        body = plain(body);
        source = plain(source);
        url = plain(url);
        licence = plain(licence);
    }

    static ArticleForm empty(String focus) {
        return new ArticleForm("", focus, "", "", "", "", 0);
    }

    static ArticleForm of(Article article) {
        var origin = article.origin();
        return new ArticleForm(
                article.title(),
                article.focus(),
                article.body(),
                origin.source(),
                origin.url(),
                origin.licence(),
                article.version());
    }

    Origin origin() {
        return new Origin(text(source), text(url), text(licence));
    }

    Refusals refusals() {
        var found = new ArrayList<Refusal>();
        between(found, "title", text(title), LONGEST_TITLE);
        between(found, "focus", text(focus), LONGEST_FOCUS);
        between(found, "body", text(body), LONGEST_BODY);
        if (!text(url).isEmpty() && origin().host().isEmpty()) {
            found.add(Refusal.in("url", "library.refusal.url"));
        }
        if (Math.max(
                        text(source).length(),
                        Math.max(text(url).length(), text(licence).length()))
                > LONGEST_LINE) {
            found.add(Refusal.in("source", "library.refusal.long", LONGEST_LINE));
        }
        return new Refusals(found);
    }

    private static void between(ArrayList<Refusal> found, String field, String text, int most) {
        if (text.isEmpty()) {
            found.add(Refusal.in(field, "library.refusal.empty"));
        } else if (text.codePointCount(0, text.length()) > most) {
            found.add(Refusal.in(field, "library.refusal.long", most));
        }
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static String plain(@Nullable String typed) {
        return text(typed).replace("\0", "").replace("\r\n", "\n").strip();
    }
}
