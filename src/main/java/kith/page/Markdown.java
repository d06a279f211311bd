package kith.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns what people write into HTML that cannot harm a reader: Markdown is rendered, then cleaned, and nothing is put in afterwards. Tags that somebody types
 * are shown as they typed them.
 */
public final class Markdown {
    /** Kept beside rendered words: raise it when the same source must give other HTML, so that old words can be rendered again. */
    public static final int VERSION = 1;

    /** Deeper quotes, lists and emphasis are nobody's wish, and each level costs the parser and the page. */
    private static final int DEEPEST = 20;

    /** To elsewhere, or to a member's page: nobody can type the latter, because {@link PlainLinks} takes it away before {@link NamedPeople} makes it. */
    private static final Pattern SAFE_ADDRESS =
            Pattern.compile("(?:(?i)(?:https?://|mailto:)\\S+|/members/[a-z0-9-]{1,80}/[0-9a-f-]{36})");

    private static final List<Extension> EXTENSIONS =
            List.of(AutolinkExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .postProcessor(new PlainLinks())
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .softbreak("<br>\n")
            .build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private static final PolicyFactory CLEAN = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "del", "blockquote", "ul", "ol", "li", "pre", "code", "hr")
            .allowElements("h3", "h4", "h5", "h6", "a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,4}"))
            .onElements("ol")
            .allowAttributes("href")
            .matching(SAFE_ADDRESS)
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    public static Words render(String source) {
        return render(source, Map.of());
    }

    /** The same with links to the people it names: {@code paths} of their pages by their names in small letters. */
    public static Words render(String source, Map<String, String> paths) {
        var document = PARSER.parse(source);
        var plain = PLAIN.render(document).strip();
        if (!paths.isEmpty()) {
            NamedPeople.link(document, paths);
        }
        return new Words(CLEAN.sanitize(HTML.render(document)), plain);
    }

    /** The names, in small letters, of whoever these words could mean with an {@code @}. */
    public static Set<String> names(String source) {
        return source.indexOf('@') < 0 ? Set.of() : NamedPeople.in(PARSER.parse(source));
    }
}
