package kith.conversation;

import java.time.Instant;
import kith.community.Place;
import kith.page.Markdown;

/**
 * A conversation as its reader sees it; {@code title} is empty where its writer took it back or is gone, {@code furnished} says that there is more in it than
 * words.
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
        boolean furnished) {

    Outcome<Reply> reply(String body, Speaking speaking, Rules rules) {
        return Outcome.of(
                rules.against(Writing.of(this, speaking, body)),
                () -> new Reply(PostId.next(), this, speaking.as(), body, Markdown.render(body)));
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

    /** Whether they may bring it, or some of its posts, elsewhere. */
    public boolean mayMove() {
        return place.hosts();
    }

    public boolean mayPin() {
        return place.manages();
    }

    public String path() {
        return "/topics/" + id;
    }
}
