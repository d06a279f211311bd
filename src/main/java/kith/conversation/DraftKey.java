package kith.conversation;

import java.util.Optional;
import java.util.regex.Pattern;
import kith.page.NotHere;

/** The place in the house where somebody is writing: {@code reply:<topic>}, {@code topic:<community's slug>} or {@code edit:<post>}. */
public record DraftKey(String value) {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FORM =
            Pattern.compile("reply:" + ID + "|edit:" + ID + "|topic:[a-z0-9]+(-[a-z0-9]+)*");

    public DraftKey {
        if (value.length() > 120 || !FORM.matcher(value).matches()) {
            throw new NotHere();
        }
    }

    static DraftKey reply(Topic topic) {
        return new DraftKey("reply:" + topic.id());
    }

    static DraftKey topic(kith.community.Place place) {
        return new DraftKey("topic:" + place.community().slug());
    }

    static DraftKey edit(Post post) {
        return new DraftKey("edit:" + post.id());
    }

    /** What is being written there: a reply, a topic or an edit. */
    public String kind() {
        return value.substring(0, value.indexOf(':'));
    }

    /** The topic, the post or the community that it is about. */
    String where() {
        return value.substring(value.indexOf(':') + 1);
    }

    /** The post that is being edited. */
    Optional<PostId> post() {
        return kind().equals("edit") ? Optional.of(PostId.of(where())) : Optional.empty();
    }

    /** Where to go on writing. */
    public String path() {
        return switch (kind()) {
            case "reply" -> "/topics/" + where() + "#reply";
            case "edit" -> "/posts/" + where() + "/edit";
            default -> "/conversations/" + where() + "/new";
        };
    }

    /** Where pictures are brought to it. */
    public String pictures() {
        return "/drafts/" + value + "/pictures";
    }
}
