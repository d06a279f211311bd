package kith.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * The people that words name: {@code @Tane}, {@code @[Mary Ann]} or {@code @Mary Ann}, of which the longest known name counts. Works on the parsed words before
 * they are cleaned, outside code and links, so that what it makes goes through the same cleaning as everything else.
 */
final class NamedPeople extends AbstractVisitor {
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@/.])@(?:\\[([^\\]\\[@\\n]{1,60})\\]|([^\\s@\\[\\]]+(?: [^\\s@\\[\\]]+){0,3}))");
    private static final Pattern END = Pattern.compile("[.,;:!?)\\]}'\"’”…]+$");
    private static final int MOST = 20;

    private final Map<String, String> paths;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Text> texts = new ArrayList<>();
    private int found;

    private NamedPeople(Map<String, String> paths) {
        this.paths = paths;
    }

    /** Every name that could be meant, in small letters. */
    static Set<String> in(Node document) {
        var looking = new NamedPeople(Map.of());
        looking.over(document);
        return looking.names;
    }

    /** Makes those whose path is known, by their name in small letters, links to it. */
    static void link(Node document, Map<String, String> paths) {
        new NamedPeople(paths).over(document);
    }

    /** First all texts, then what is in them: joining and splitting moves the neighbours of a node that is being visited. */
    private void over(Node document) {
        document.accept(this);
        texts.stream().filter(text -> text.getParent() != null).forEach(text -> {
            join(text);
            split(text);
        });
    }

    @Override
    public void visit(Link link) {
        // What leads somewhere else already stays as it is.
    }

    @Override
    public void visit(Text text) {
        texts.add(text);
    }

    /** The parser leaves brackets and signs in pieces of their own. */
    private static void join(Text text) {
        while (text.getNext() instanceof Text next) {
            text.setLiteral(text.getLiteral() + next.getLiteral());
            next.unlink();
        }
    }

    private void split(Text text) {
        var words = text.getLiteral();
        var matcher = NAMED.matcher(words).useTransparentBounds(true);
        var from = 0;
        Node last = text;
        while (matcher.find() && found < MOST) {
            found++;
            var name = known(matcher.toMatchResult());
            if (!name.isEmpty()) {
                var end = matcher.group(1) != null ? matcher.end() : matcher.start() + 1 + name.length();
                last = insert(last, new Text(words.substring(from, matcher.start())));
                last = insert(last, linked(name));
                from = end;
                matcher.region(end, words.length());
            }
        }
        if (from > 0) {
            insert(last, new Text(words.substring(from)));
            text.unlink();
        }
    }

    private String known(MatchResult match) {
        var candidates = match.group(1) != null ? List.of(match.group(1).strip()) : candidates(match.group(2));
        candidates.forEach(name -> names.add(small(name)));
        return candidates.stream()
                .filter(name -> paths.containsKey(small(name)))
                .findFirst()
                .orElse("");
    }

    /** The longest first, each also without the signs of the sentence at its end. */
    private static List<String> candidates(String words) {
        var all = new ArrayList<String>();
        for (var rest = words;
                !rest.isEmpty();
                rest = rest.contains(" ") ? rest.substring(0, rest.lastIndexOf(' ')) : "") {
            all.add(rest);
            var bare = END.matcher(rest).replaceFirst("");
            if (!bare.equals(rest) && !bare.isEmpty()) {
                all.add(bare);
            }
        }
        return all;
    }

    private Node linked(String name) {
        var link = new Link(paths.get(small(name)), null);
        link.appendChild(new Text("@" + name));
        return link;
    }

    private static Node insert(Node after, Node node) {
        after.insertAfter(node);
        return node;
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
