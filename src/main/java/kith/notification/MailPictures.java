package kith.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;

/**
 * The pictures that somebody chose to send: attached, or put between their own words. What a page shows from a quote, or so small that it is mostly the sign
 * of a company below a name, was not chosen. {@code html} is the whole page of the mail, or empty.
 */
record MailPictures(String html) {
    private static final int SMALL = 24 << 10;
    private static final Pattern FILE =
            Pattern.compile(".*\\.(jpe?g|png|webp|gif|heic|heif)", Pattern.CASE_INSENSITIVE);

    List<InputStreamSource> of(List<Part> parts) throws MessagingException {
        var own = OwnWords.shown(html);
        var chosen = new ArrayList<InputStreamSource>();
        for (var part : parts) {
            if (picture(part) && chosen(part, own)) {
                chosen.add(() -> open(part));
            }
        }
        return chosen;
    }

    private static boolean picture(Part part) throws MessagingException {
        return part.isMimeType("image/*")
                || part.isMimeType("application/octet-stream")
                        && FILE.matcher(name(part)).matches();
    }

    private boolean chosen(Part part, List<String> own) throws MessagingException {
        var named = part instanceof MimePart mime ? mime.getContentID() : null;
        var id = named == null ? "" : named.replaceAll("[<>\\s]", "");
        return id.isEmpty() || !html.contains("cid:" + id) || own.contains(id) && part.getSize() >= SMALL;
    }

    private static String name(Part part) throws MessagingException {
        try {
            var name = part.getFileName();
            return name == null ? "" : MimeUtility.decodeText(name).toLowerCase(Locale.ROOT);
        } catch (UnsupportedEncodingException unreadable) {
            return "";
        }
    }

    private static InputStream open(Part part) throws IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
