package kith.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kith.identity.Viewer;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** Somebody thanked for a post of one's own: one notice for a post, however many thank. */
@Component
class NoticeOfThanks extends NoticeOf {
    static final String KIND = "conversation.thanks";

    private final Thanks thanks;

    NoticeOfThanks(Glimpses glimpses, Phrases phrases, Thanks thanks) {
        super(glimpses, phrases);
        this.thanks = thanks;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.FOLLOWED;
    }

    /** Who thanked first is named; a thanks that was taken back says nothing. */
    @Override
    Map<UUID, NoticeWords> words(Viewer viewer, Map<UUID, Post> posts) {
        var words = new LinkedHashMap<UUID, NoticeWords>();
        thanks.on(List.copyOf(posts.values()), viewer).forEach((id, given) -> {
            var post = Objects.requireNonNull(posts.get(id.value()));
            var who = given.names().getFirst();
            words.put(id.value(), new NoticeWords(line(viewer, who, post.topic()), post.path(), who, "", ""));
        });
        return words;
    }
}
