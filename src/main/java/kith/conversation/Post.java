package kith.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kith.page.Markdown;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.Words;
import org.jspecify.annotations.Nullable;

/** What one voice says in a topic, as its reader sees it: a post that was taken back has no words for anybody but its writer. */
public record Post(
        PostId id,
        Topic topic,
        Voice author,
        boolean opens,
        String body,
        String html,
        Instant at,
        int version,
        @Nullable Instant editedAt,
        State state,
        @Nullable Instant withdrawnAt,
        Source source) {
    /** How long a writer can bring back what they withdrew: a month covers a hospital stay. */
    public static final Duration UNDO = Duration.ofDays(30);

    /** Whether the words are there. */
    public enum State {
        STANDING,
        /** Taken back by its writer, who can still bring it back. */
        WITHDRAWN,
        /** Taken out of sight by a host, for everybody but its writer. */
        HIDDEN,
        /** Taken back for good. */
        EMPTIED,
        /** Removed with its writer's account. */
        ERASED
    }

    public Post {
        if (state != State.STANDING && !author.of(topic.place().viewer())) {
            body = "";
            html = "";
        }
    }

    /** New words for it, which replace {@code version} of it. */
    record Edit(Post post, int version, String body, Words words) {}

    Outcome<Edit> edit(int version, String body, Rules rules) {
        return Outcome.of(
                rules.against(Writing.of(topic, Speaking.NAMED, body)),
                () -> new Edit(this, version, body, Markdown.render(body)));
    }

    Refusals thank() {
        return mayThank()
                ? Refusals.NONE
                : Refusals.of(
                        Refusal.of(mine() ? "conversation.refusal.own-thanks" : "conversation.refusal.no-thanks"));
    }

    public boolean mine() {
        return author.of(topic.place().viewer());
    }

    public boolean standing() {
        return state == State.STANDING;
    }

    public boolean mayEdit() {
        return mine() && standing();
    }

    public boolean mayThank() {
        return standing() && !mine() && topic.place().mayWrite();
    }

    /** Whether its writer sees here what a host took out of sight. */
    public boolean hiddenFromOthers() {
        return mine() && state == State.HIDDEN;
    }

    public boolean mayBringBack() {
        return mine() && state == State.WITHDRAWN;
    }

    public boolean edited() {
        return editedAt != null && standing();
    }

    /** The last moment at which its writer can bring it back. */
    public Instant undoUntil() {
        return Objects.requireNonNullElse(withdrawnAt, at).plus(UNDO);
    }

    /** Whether nobody of this house wrote it. */
    public boolean fromElsewhere() {
        return author.gone() && source.given() && standing();
    }

    /** The classes that show who speaks, and as what. */
    public String look() {
        var place = opens ? " opening" : "";
        return (standing() ? source.given() && author.gone() ? "source" : author.tone() : "withdrawn") + place;
    }

    /** Its first words. */
    public String start() {
        return Markdown.render(body).opening(160);
    }

    public String path() {
        return "/posts/" + id;
    }
}
