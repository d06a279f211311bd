package kith.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kith.community.Role;
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
        Source source,
        Manner manner,
        Marks marks) {
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

    public Note note() {
        return marks.note();
    }

    /** Whether its reader wants it folded; one's own words one knows. */
    public boolean folded() {
        return !mine() && topic.folding().folds(note());
    }

    /** Its writer and those who host here say what weighs in it. */
    public boolean mayNote() {
        return standing()
                && (mine() && topic.place().mayWrite() || topic.place().hosts());
    }

    public boolean mayWishNote() {
        return mayThank() && !note().any();
    }

    /** Whether the viewer opened the topic and can say that this helped. */
    public boolean mayHelp() {
        return mayThank() && topic.mine() && !opens;
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

    /** Whether the place lets them put something right here; whether it is theirs to speak about is asked when they do. */
    public boolean mayCorrect() {
        var place = topic.place();
        return standing()
                && !mine()
                && place.mayWrite()
                && (place.hosts() || Objects.requireNonNull(place.membership()).role() == Role.PRACTITIONER);
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

    /** The language of its words, for whoever reads them aloud: what its writer said, else the community's. */
    public String language() {
        return manner.language().isEmpty()
                ? topic.place().community().language().toLanguageTag()
                : manner.language();
    }

    /** The name of its language where it is another than the community's, else empty. */
    public String foreign() {
        var common = topic.place().community().language().getLanguage().equals(manner.language());
        return common || !standing() ? "" : Language.name(manner.language());
    }

    /** Its first words. */
    public String start() {
        return Markdown.render(body).opening(160);
    }

    public String path() {
        return "/posts/" + id;
    }
}
