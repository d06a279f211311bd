package kith.notification;

import java.util.List;
import java.util.stream.Collectors;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** A piece of a mail, as text and as HTML. */
record Block(String text, String html) {
    /** What a mail shows of a post: no pictures, which would tell when it was opened. */
    private static final PolicyFactory QUIET = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "del", "blockquote", "ul", "ol", "li", "pre", "code", "a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .toFactory();

    private static final String SAID =
            "<div style=\"margin:0 0 18px;padding:2px 0 2px 14px;border-left:3px solid #7fb5aa;overflow-wrap:anywhere\">%s</div>";

    static Block line(String line) {
        return new Block(line, Written.paragraph(line));
    }

    static Block link(String line, String address) {
        return new Block(
                line + "\n" + address,
                "<p style=\"margin:0 0 18px\"><a class=\"to\" href=\"%s\" style=\"color:#0d6b5b\">%s</a></p>"
                        .formatted(Written.escape(address), Written.escape(line)));
    }

    /** What was written, set apart from what the house says. */
    static Block said(NoticeWords words) {
        var text = words.text().strip().lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
        return new Block(text, SAID.formatted(QUIET.sanitize(words.html())));
    }

    static String texts(List<Block> blocks) {
        return blocks.stream().map(Block::text).filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }

    static String htmls(List<Block> blocks) {
        return blocks.stream().map(Block::html).collect(Collectors.joining());
    }
}
