package kith.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What somebody wrote themselves in an answer by mail: without what they quoted, without their signature, where a real name may stand, and without any
 * address that is secret between them and the house. When in doubt something too much is cut, since they see it at once and others never see too much.
 */
final class OwnWords {
    /** The line before what is quoted with {@code >}, in up to three lines as programs break it. */
    private static final Pattern SAID = Pattern.compile(
            "^(On\\b.{4,300}\\bwrote|Am\\b.{4,300}\\bschrieb\\b.{0,200}|.{0,200}\\bhat am\\b.{4,200}\\bgeschrieben|Le\\b.{4,300}\\ba écrit)\\s*:$",
            Pattern.DOTALL);

    /** From here on everything is somebody else's, quoted or not. */
    private static final Pattern BELOW = Pattern.compile(
            "^(-{2,}\\s*(Original Message|Original-Nachricht|Ursprüngliche Nachricht|Originalnachricht|Forwarded message|Weitergeleitete Nachricht)\\s*-{2,}"
                    + "|_{20,}|\\*?(From|Von):\\*?\\s.*|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADS = Pattern.compile(
            "^\\*?(Sent|Date|To|Subject|Gesendet|Datum|An|Betreff):\\*?(\\s.*)?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGNED = Pattern.compile(
            "^(--\\s?|(Sent|Gesendet|Geschickt) (from|with|von|mit|aus|über) (my|mein|meinem|meiner|der|Mail|Outlook|Yahoo|Proton|GMX|WEB).*"
                    + "|Von meine[mr] .{2,40} gesendet\\.?|Diese Nachricht wurde von mein.*gesendet.*"
                    + "|(Get|Download) (<.*>)?Outlook for .*|Outlook für .*|Holen Sie sich Outlook .*|Laden Sie Outlook .*)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GREETING = Pattern.compile(
            "^((best|kind|warm|many)( regards| wishes)?|regards|cheers|yours( sincerely)?|sincerely|(mit )?(freundlichen?|besten?|lieben?|herzlichen?|vielen?|schönen?|liebe|viele|beste|herzliche|schöne) gr(ü|ue)(ß|ss)en?|lg|vg|mfg)[,.!]?$",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_SIGNATURE = 6;
    private static final Pattern SECRET = Pattern.compile("\\S*[0-9a-f]{52}\\S*", Pattern.CASE_INSENSITIVE);

    private OwnWords() {}

    static String of(String text) {
        var lines =
                text.replace("\r\n", "\n").lines().map(String::stripTrailing).toList();
        var own = unsigned(unquoted(lines));
        return SECRET.matcher(String.join("\n", own))
                .replaceAll("…")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static List<String> unquoted(List<String> lines) {
        var own = new ArrayList<String>();
        for (var n = 0; n < lines.size(); n++) {
            var line = lines.get(n);
            if (below(lines, n)) {
                return own;
            }
            var said = said(lines, n);
            if (said > 0) {
                n += said - 1;
            } else if (!line.startsWith(">")) {
                own.add(line);
            }
        }
        return own;
    }

    /** Over how many lines somebody is introduced whose words follow, or 0. */
    private static int said(List<String> lines, int from) {
        for (var many = 1; many <= 3 && from + many <= lines.size(); many++) {
            var whole = String.join(" ", lines.subList(from, from + many)).strip();
            if (SAID.matcher(whole).matches() && quotes(lines, from + many)) {
                return many;
            }
        }
        return 0;
    }

    /** Whether the next line that says something is quoted, or nothing follows. */
    private static boolean quotes(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.startsWith(">"))
                .orElse(true);
    }

    /** A line of the head of a mail alone may be somebody's own; with another after it, it is one. */
    private static boolean below(List<String> lines, int at) {
        var line = lines.get(at).strip();
        if (!BELOW.matcher(line).matches()) {
            return false;
        }
        return line.startsWith("-")
                || line.endsWith("message:")
                || line.endsWith("Nachricht:")
                || lines.stream()
                        .skip(at + 1L)
                        .limit(4)
                        .anyMatch(next -> HEADS.matcher(next.strip()).matches());
    }

    private static List<String> unsigned(List<String> lines) {
        for (var n = 0; n < lines.size(); n++) {
            if (SIGNED.matcher(lines.get(n).strip()).matches()) {
                return unsigned(lines.subList(0, n));
            }
        }
        var last = lines.stream().map(String::strip).toList();
        var filled = last.stream().filter(line -> !line.isEmpty()).count();
        for (var n = Math.max(1, last.size() - LONGEST_SIGNATURE); filled > 1 && n < last.size(); n++) {
            if (GREETING.matcher(last.get(n)).matches()) {
                return lines.subList(0, n);
            }
        }
        return lines;
    }

    /** A mail that has no plain text: its quotes are elements, and what is left becomes lines. */
    static String ofHtml(String html) {
        var lines = new StringBuilder();
        own(html).body().traverse(new Lines(lines));
        return of(lines.toString());
    }

    /** The pictures of the mail that somebody put between their own words, by Content-ID. */
    static List<String> shown(String html) {
        return own(html).select("img[src^=cid:]").stream()
                .map(picture -> picture.attr("src").substring("cid:".length()))
                .toList();
    }

    private static Document own(String html) {
        var page = Jsoup.parse(html);
        page.select(
                        "head, style, script, blockquote, .gmail_quote, .gmail_signature, .moz-cite-prefix, .moz-signature, #Signature, #ms-outlook-mobile-signature, [name=quote]")
                .remove();
        page.select("#appendonsend, #divRplyFwdMsg, #mail-editor-reference-message-container")
                .forEach(mark -> {
                    mark.nextElementSiblings().remove();
                    mark.remove();
                });
        return page;
    }

    /** Writes a page down as a person would read it. */
    private record Lines(StringBuilder out) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                out.append(text.text().replace('\u00a0', ' '));
            } else if (node instanceof Element element && element.normalName().equals("br")) {
                out.append('\n');
            } else if (node instanceof Element element && element.normalName().equals("hr")) {
                out.append("\n________________________________\n");
            } else if (node instanceof Element element && element.normalName().equals("li")) {
                out.append("\n- ");
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                out.append(element.normalName().equals("p") ? "\n\n" : "\n");
            }
        }
    }
}
