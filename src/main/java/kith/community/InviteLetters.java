package kith.community;

import org.springframework.stereotype.Component;

/** Sends an invitation to an address; the subject names neither the community nor what it is about. */
@Component
class InviteLetters {
    void send(Place place, String email, String link) {}
}
