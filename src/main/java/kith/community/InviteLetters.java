package kith.community;

import java.util.List;
import kith.identity.Letter;
import kith.notification.Mails;
import org.springframework.stereotype.Component;

/** Sends an invitation to an address; it names neither the community nor what it is about, because others may see a mailbox. */
@Component
class InviteLetters {
    private final Mails mails;

    InviteLetters(Mails mails) {
        this.mails = mails;
    }

    void send(Place place, String email, String path) {
        mails.post(new Letter(
                null,
                email,
                place.community().language(),
                "community.mail.invitation",
                path,
                List.of(place.viewer().card().name())));
    }
}
