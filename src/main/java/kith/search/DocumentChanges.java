package kith.search;

import java.util.List;
import java.util.UUID;
import kith.conversation.PostEdited;
import kith.conversation.PostHidden;
import kith.conversation.PostId;
import kith.conversation.PostPublished;
import kith.conversation.PostThanked;
import kith.conversation.PostWithdrawn;
import kith.conversation.PostsMoved;
import kith.conversation.Thanks;
import kith.library.ArticleWritten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of every change in its own transaction: what is new is noted and read a moment later, what is taken out of sight leaves the index with the same commit,
 * because a search must not know what its reader may not.
 */
@Component
class DocumentChanges {
    private final Documents documents;

    DocumentChanges(Documents documents) {
        this.documents = documents;
    }

    @EventListener
    void on(PostPublished published) {
        documents.note(published.post().value());
    }

    @EventListener
    void on(PostEdited edited) {
        again(edited.post().value());
    }

    /** They stay in sight, so they are found where they were until they are read again. */
    @EventListener
    void on(PostsMoved moved) {
        documents.note(moved.posts().stream().map(PostId::value).toList());
    }

    @EventListener
    void on(PostHidden hidden) {
        again(hidden.post().value());
    }

    @EventListener
    void on(PostWithdrawn withdrawn) {
        again(withdrawn.post().value());
    }

    @EventListener
    void on(PostThanked thanked) {
        if (thanked.kind() == Thanks.Kind.HELPED_ME) {
            documents.note(thanked.post().value());
        }
    }

    @EventListener
    void on(ArticleWritten written) {
        again(written.article().value());
    }

    private void again(UUID id) {
        documents.drop(List.of(id));
        documents.note(id);
    }
}
