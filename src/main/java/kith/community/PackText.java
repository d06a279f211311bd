package kith.community;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The Markdown of packs and managers as safe HTML: headings two steps down, links only to https, mail and telephone. */
final class PackText {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).build();
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements("p", "ul", "ol", "li", "strong", "em", "blockquote", "br", "h3", "h4")
            .allowElements((name, attributes) -> "h3", "h1", "h2")
            .allowElements("a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "mailto", "tel")
            .requireRelNofollowOnLinks()
            .toFactory();

    private PackText() {}

    static String html(String markdown) {
        return SAFE.sanitize(RENDERER.render(PARSER.parse(markdown)));
    }

    /** The paragraphs of a text without markup, for places that show plain words. */
    static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
