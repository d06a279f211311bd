package kith.notification;

import java.util.List;
import java.util.UUID;
import kith.identity.MemberId;
import org.springframework.core.io.InputStreamSource;

/** Implemented by the module in which members answer: takes what one of them wrote by mail, under the same rules as in the house. */
public interface MailedReply {
    /** What somebody wrote themselves, without what they quoted, and the files that they sent as pictures, unread and unjudged. */
    record Mailed(String text, List<InputStreamSource> pictures) {
        public Mailed {
            pictures = List.copyOf(pictures);
        }

        public boolean empty() {
            return text.isBlank() && pictures.isEmpty();
        }
    }

    /** In the caller's transaction. */
    Taken take(MemberId who, UUID thread, UUID about, Mailed mailed);
}
