package kith.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, read with care: only so many parts, so deep, so many bytes of a text, and of attachments the pictures alone. Whatever is odd is left
 * out; a stranger made it.
 */
final class MailText {
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 60;
    private static final int MOST_BYTES = 256 << 10;

    private final List<Part> parts = new ArrayList<>();

    private MailText() {}

    static MailedReply.Mailed of(Part mail) throws MessagingException, IOException {
        var found = new MailText();
        found.walk(mail, 0);
        var plain = found.first("text/plain");
        var html = found.first("text/html").map(MailText::page).orElse("");
        var words = plain.isPresent() ? OwnWords.of(plain(plain.get())) : OwnWords.ofHtml(html);
        return new MailedReply.Mailed(words, new MailPictures(html).of(found.parts));
    }

    /** The part of a report that says what became of a mail, or nothing. */
    static String report(Part mail) throws MessagingException, IOException {
        var found = new MailText();
        found.walk(mail, 0);
        for (var part : found.parts) {
            if (part.isMimeType("message/delivery-status")) {
                return text(part, StandardCharsets.US_ASCII);
            }
        }
        return "";
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || parts.size() >= MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (var n = 0; n < Math.min(many.getCount(), MOST_PARTS); n++) {
                walk(many.getBodyPart(n), depth + 1);
            }
        } else {
            parts.add(part);
        }
    }

    private Optional<Part> first(String type) throws MessagingException {
        for (var part : parts) {
            if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static String plain(Part part) throws MessagingException, IOException {
        var type = new ContentType(part.getContentType());
        var text = text(part, charset(type.getParameter("charset")));
        return "flowed".equalsIgnoreCase(type.getParameter("format"))
                ? flow(text, "yes".equalsIgnoreCase(type.getParameter("delsp")))
                : text;
    }

    private static String page(Part part) {
        try {
            var charset = charset(new ContentType(part.getContentType()).getParameter("charset"));
            return text(part, charset);
        } catch (MessagingException | IOException unreadable) {
            return "";
        }
    }

    private static String text(Part part, Charset charset) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), charset)
                    .replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .replace("\0", "");
        }
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** Lines that a mail program broke only for sending (RFC 3676): a space at the end says that the next belongs to it. */
    private static String flow(String text, boolean spaces) {
        var whole = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            var plain = line.startsWith(" ") ? line.substring(1) : line;
            var soft = plain.endsWith(" ") && !plain.equals("-- ") && !plain.startsWith(">");
            whole.append(soft && spaces ? plain.substring(0, plain.length() - 1) : plain)
                    .append(soft ? "" : "\n");
        }
        return whole.toString();
    }
}
