package kith.conversation;

import java.time.Duration;
import java.time.Instant;
import kith.community.Place;
import kith.page.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its reader sees it; {@code title} is empty where its writer took it back or is gone, {@code furnished} says that there is more in it than
 * words, {@code ledTo} is the path of what it became elsewhere in this house, else empty.
 */
public record Topic(
        TopicId id,
        Place place,
        SectionName section,
        Voice author,
        String title,
        String opening,
        String contentNote,
        Instant openedAt,
        Instant activeAt,
        int replies,
        boolean pinned,
        boolean closed,
        boolean withdrawn,
        boolean furnished,
        Folding folding,
        @Nullable Wish wish,
        boolean thankful,
        @Nullable Instant companyUntil,
        String ledTo) {
    /** How long a host who said so is shown to read along: about as long as somebody sits with one conversation. */
    static final Duration COMPANY = Duration.ofMinutes(20);

    Outcome<Reply> reply(String body, Note note, Speaking speaking, Rules rules) {
        return Outcome.of(
                rules.against(Writing.of(this, speaking, body)),
                () -> new Reply(PostId.next(), this, speaking.as(), note, body, Markdown.render(body), Manner.PLAIN));
    }

    public Note note() {
        return Note.of(contentNote);
    }

    /** Whether its reader wants its first words folded. */
    public boolean folded() {
        return !mine() && folding.folds(note());
    }

    public boolean mine() {
        return author.of(place.viewer());
    }

    public boolean mayReply() {
        return place.mayWrite() && !closed;
    }

    public boolean mayClose() {
        return place.hosts() || mine() && place.mayWrite();
    }

    /** Whether they may ask somebody by name to answer. */
    public boolean mayAsk() {
        return place.hosts() && !closed && !withdrawn;
    }

    /** Whether they may bring it, or some of its posts, elsewhere. */
    public boolean mayMove() {
        return place.hosts();
    }

    public boolean mayPin() {
        return place.manages();
    }

    /** Whether a host reads along now and wants that known. */
    public boolean accompanied() {
        return companyUntil != null && companyUntil.isAfter(Instant.now());
    }

    public String path() {
        return "/topics/" + id;
    }
}
