package kith.conversation;

import kith.community.Communities;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.springframework.stereotype.Component;

/** Where somebody sits down to write: a draft's place must be there for them before anything but words is brought to it. */
@Component
class DraftPlaces {
    private final Communities communities;
    private final Topics topics;
    private final Posts posts;

    DraftPlaces(Communities communities, Topics topics, Posts posts) {
        this.communities = communities;
        this.topics = topics;
        this.posts = posts;
    }

    /** The key, where the viewer belongs to the place that it names. */
    DraftKey find(Viewer viewer, String value) {
        var key = new DraftKey(value);
        var there = switch (key.kind()) {
            case "reply" -> topics.find(viewer, TopicId.of(key.where())).place().member();
            case "edit" -> posts.find(viewer, PostId.of(key.where())).mayEdit();
            default -> communities.find(viewer, key.where()).member();
        };
        if (!there) {
            throw new NotHere();
        }
        return key;
    }
}
