package kith.community;

import kith.identity.MemberId;
import org.springframework.stereotype.Component;

/** Tells who asked what was decided; nothing of it stands in a subject. */
@Component
class RequestLetters {
    void tell(Place place, MemberId who, boolean accepted, String reply) {}
}
