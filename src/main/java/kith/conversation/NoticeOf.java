package kith.conversation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import kith.page.Phrases;

/** What notices about a post have in common: they say what its reader would see of it now, and nothing where that is nothing. */
abstract class NoticeOf implements NoticeKind {
    private final Glimpses glimpses;
    final Phrases phrases;

    NoticeOf(Glimpses glimpses, Phrases phrases) {
        this.glimpses = glimpses;
        this.phrases = phrases;
    }

    @Override
    public Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> abouts) {
        return glimpses.viewerAsHouse(reader)
                .map(viewer -> words(viewer, glimpses.posts(viewer, abouts)))
                .orElse(Map.of());
    }

    Map<UUID, NoticeWords> words(Viewer viewer, Map<UUID, Post> posts) {
        var words = new LinkedHashMap<UUID, NoticeWords>();
        posts.forEach((id, post) -> words.put(id, say(viewer, post)));
        return words;
    }

    /** Somebody's post, in its own words unless a note stands before them. */
    private NoticeWords say(Viewer viewer, Post post) {
        var bare = !post.topic().contentNote().isEmpty();
        return new NoticeWords(
                line(viewer, post.author().name(), post.topic()),
                post.path(),
                speaker(post),
                bare ? "" : post.html() + general(viewer, post, "<p><em>", "</em></p>"),
                bare ? "" : post.body() + general(viewer, post, "\n\n", ""));
    }

    /** With the profession, where they wrote as that. */
    private static String speaker(Post post) {
        var voice = post.author();
        return voice.advises() ? voice.name() + ", " + voice.profession() : voice.name();
    }

    /** That it is general information stands beside a practitioner's words wherever they go. */
    private String general(Viewer viewer, Post post, String before, String after) {
        return post.author().advises() ? before + phrases.say(viewer.locale(), "conversation.general") + after : "";
    }

    String line(Viewer viewer, String who, Topic topic) {
        return phrases.say(viewer.locale(), phrase() + ".line", who, title(viewer, topic));
    }

    String title(Viewer viewer, Topic topic) {
        return topic.title().isEmpty() ? phrases.say(viewer.locale(), "conversation.untitled") : topic.title();
    }
}
