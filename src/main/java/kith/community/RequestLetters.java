package kith.community;

import kith.identity.MemberId;
import kith.notification.Mail;
import kith.notification.Mails;
import org.springframework.stereotype.Component;

/** Tells who asked what was decided, with the host's words; neither subject nor link says which community it was. */
@Component
class RequestLetters {
    private final Mails mails;

    RequestLetters(Mails mails) {
        this.mails = mails;
    }

    void tell(Place place, MemberId who, boolean accepted, String reply) {
        var words = reply.isEmpty() ? "none" : "some";
        var host = place.viewer().card().name();
        mails.send(
                accepted
                        ? Mail.to(who, "community.mail.accepted", "/", host, words, reply)
                        : Mail.to(who, "community.mail.declined", "/communities", host, words, reply));
    }
}
