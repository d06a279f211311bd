package kith.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.Viewer;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** Somebody put something right beside a post of one's own. */
@Component
class NoticeOfCorrection extends NoticeOf {
    static final String KIND = "conversation.corrected";

    NoticeOfCorrection(Glimpses glimpses, Phrases phrases) {
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

    /** It names nobody: the words beside the post do, where their writer reads the source, too. */
    @Override
    Map<UUID, NoticeWords> words(Viewer viewer, Map<UUID, Post> posts) {
        var words = new LinkedHashMap<UUID, NoticeWords>();
        posts.forEach((id, post) -> {
            if (post.mine() && post.standing()) {
                words.put(id, new NoticeWords(line(viewer, "", post.topic()), post.path(), "", "", ""));
            }
        });
        return words;
    }
}
