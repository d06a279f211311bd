package kith.notification;

import java.util.UUID;
import kith.identity.MemberId;

/** Implemented by the module in which members answer: takes what one of them wrote by mail, under the same rules as in the house. */
public interface MailedReply {
    /** In the caller's transaction; {@code text} is what they wrote themselves, without what they quoted. */
    Taken take(MemberId who, UUID thread, UUID about, String text);
}
