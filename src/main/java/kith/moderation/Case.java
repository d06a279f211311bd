package kith.moderation;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.Card;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * The hosts' file on one thing: as it was when it was reported first, whom it is about, and the decision that stands, if any. Where it is {@code veiled}, its
 * writer spoke anonymously: {@code about} has the name and face of that voice, and its id must not be shown.
 */
public record Case(
        UUID id,
        CommunityId community,
        String kind,
        UUID subject,
        Card about,
        boolean veiled,
        String title,
        String text,
        String path,
        Instant opened,
        @Nullable Decision decision) {

    public boolean open() {
        return decision == null;
    }

    boolean concerns(MemberId who) {
        return who.equals(about.id());
    }

    /** Whether the decision that stands is a pause, which can be lifted. */
    public boolean pausing() {
        return decision != null && decision.kind() == Decision.Kind.PAUSE;
    }

    /** What opens its duty: one thing is owed one look, however many report it. */
    String cause() {
        return "report:" + kind + "/" + subject;
    }
}
