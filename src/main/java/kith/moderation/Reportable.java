package kith.moderation;

import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Implemented by a module whose things can be reported, such as posts. */
public interface Reportable {
    /**
     * A thing as it is now: {@code writer} is null where nobody of the house wrote it; {@code path} leads to it in its context; {@code veil} is what others
     * see of a writer who spoke anonymously, whom hosts never learn, and null where they spoke under their name.
     */
    record Snapshot(
            CommunityId community,
            @Nullable MemberId writer,
            @Nullable Veil veil,
            String title,
            String text,
            String path) {
        public Snapshot(CommunityId community, @Nullable MemberId writer, String title, String text, String path) {
            this(community, writer, null, title, text, path);
        }
    }

    /** The name and face under which somebody spoke anonymously. */
    record Veil(String name, String face) {}

    /** What such a thing is called in {@code /reports/new?post=…}, such as {@code post}. */
    String kind();

    /** The thing as this viewer sees it; empty where they do not. */
    Optional<Snapshot> snapshot(Viewer viewer, UUID id);

    /** Whether hosts can take it out of sight. */
    default boolean hideable() {
        return true;
    }

    /** Takes it out of sight, with a reason for its writer; harmless when repeated. Runs in the decision's transaction. */
    void hide(UUID id, String reason);

    /** Shows it again as if it had never been hidden. */
    void show(UUID id);
}
