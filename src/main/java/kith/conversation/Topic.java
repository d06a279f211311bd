package kith.conversation;

import java.time.Instant;
import kith.community.Place;
import kith.page.Markdown;
import org.jspecify.annotations.Nullable;

/** A conversation as its reader sees it; {@code title} is empty where its writer took it back or is gone. */
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
        Folding folding,
        @Nullable Wish wish,
        boolean thankful) {

    Outcome<Reply> reply(String body, Note note, Speaking speaking, Rules rules) {
        return Outcome.of(
                rules.against(Writing.of(this, speaking, body)),
                () -> new Reply(PostId.next(), this, speaking.as(), note, body, Markdown.render(body)));
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

    public boolean mayPin() {
        return place.manages();
    }

    public String path() {
        return "/topics/" + id;
    }
}
