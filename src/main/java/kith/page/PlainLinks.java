package kith.page;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Makes links say where they lead: a link whose text is not its address gets its host behind it, one that leads nowhere safe becomes its text, and a picture
 * becomes a link to it, because loading it would tell another server who reads. Headings go below those of the page.
 */
final class PlainLinks extends AbstractVisitor implements PostProcessor {
    private static final int BELOW_THE_PAGE = 2;

    @Override
    public Node process(Node document) {
        document.accept(new PlainLinks());
        return document;
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(6, heading.getLevel() + BELOW_THE_PAGE));
        visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
        var link = new Link(image.getDestination(), null);
        if (image.getFirstChild() == null) {
            image.appendChild(new Text(image.getDestination()));
        }
        image.insertBefore(link);
        move(image, link);
        visit(link);
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        link.setTitle(null);
        var whereTo = whereTo(link.getDestination());
        if (whereTo.isEmpty()) {
            unwrap(link);
        } else if (!saysItself(link)) {
            link.insertAfter(new Text(" (" + whereTo.get() + ")"));
        }
    }

    /** The host or mail address that a link leads to; empty where its address is not safe or hides its host behind a name and an @. */
    private static Optional<String> whereTo(String destination) {
        try {
            var address = URI.create(destination.strip());
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return switch (scheme) {
                case "http", "https" -> address.getRawUserInfo() == null ? host(address) : Optional.empty();
                case "mailto" -> Optional.of(address.getSchemeSpecificPart().replaceFirst("\\?.*", ""));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(URI address) {
        return Optional.ofNullable(address.getHost()).map(IDN::toASCII);
    }

    private static boolean saysItself(Link link) {
        return link.getFirstChild() instanceof Text only
                && only.getNext() == null
                && (only.getLiteral().equals(link.getDestination())
                        || ("mailto:" + only.getLiteral()).equals(link.getDestination()));
    }

    private static void unwrap(Link link) {
        while (link.getFirstChild() != null) {
            link.insertBefore(link.getFirstChild());
        }
        link.unlink();
    }

    private static void move(Node from, Node to) {
        while (from.getFirstChild() != null) {
            to.appendChild(from.getFirstChild());
        }
        from.unlink();
    }
}
