package kith.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.Viewer;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** A reader asked for a content note on a post of one's own; it says nothing once its writer has answered, and never who asked. */
@Component
class NoticeOfNoteWish extends NoticeOf {
    static final String KIND = "conversation.note-wished";

    NoticeOfNoteWish(Glimpses glimpses, Phrases phrases) {
        super(glimpses, phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.CONCERNS_ME;
    }

    /** It names nobody. */
    @Override
    Map<UUID, NoticeWords> words(Viewer viewer, Map<UUID, Post> posts) {
        var words = new LinkedHashMap<UUID, NoticeWords>();
        posts.forEach((id, post) -> {
            if (post.mine() && post.marks().noteAsked() && !post.note().any()) {
                words.put(id, new NoticeWords(line(viewer, "", post.topic()), post.path(), "", "", ""));
            }
        });
        return words;
    }
}
