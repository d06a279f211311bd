package kith.notification;

import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;

/** Implemented by what takes mails in, where the operator set that up: the addresses at which the house hears an answer, or of a mail that came back. */
public interface MailDoor {
    /** Where an answer to what a mail tells of goes; {@code about} is the newest post that the mail speaks of. */
    Optional<String> answers(MemberId reader, String kind, UUID thread, UUID about);

    /** Where a mail comes back to that could not be delivered; the tag (letters and digits) stands in the address and is handed to {@link Bounces#take}. */
    Optional<String> returns(String tag);
}
