package kith.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.identity.Viewer;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** Pictures of one's own came by mail and nobody has said yet what can be seen on them; it leads to where that is said. */
@Component
class NoticeOfPictures extends NoticeOf {
    static final String KIND = "conversation.pictures-mailed";

    private final PostPictures pictures;

    NoticeOfPictures(Glimpses glimpses, Phrases phrases, PostPictures pictures) {
        super(glimpses, phrases);
        this.pictures = pictures;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** They just wrote a mail: the house is soon enough. */
    @Override
    public Reach reach() {
        return Reach.FOLLOWED;
    }

    @Override
    Map<UUID, NoticeWords> words(Viewer viewer, Map<UUID, Post> posts) {
        var words = new LinkedHashMap<UUID, NoticeWords>();
        pictures.on(List.copyOf(posts.values())).forEach((id, on) -> {
            var post = posts.get(id.value());
            if (post != null && post.mine() && on.stream().anyMatch(Picture::unsaid)) {
                var path = DraftKey.edit(post).path();
                words.put(id.value(), new NoticeWords(line(viewer, "", post.topic()), path, "", "", ""));
            }
        });
        return words;
    }
}
