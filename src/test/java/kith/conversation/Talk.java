package kith.conversation;

import kith.community.Communities;
import kith.community.Sections;
import kith.identity.Viewer;

/** Opens topics and answers in them, as the people of a cast. */
record Talk(Cast cast, Communities communities, Sections sections, Topics topics, Posts posts) {
    private static final Speaking HIDDEN = new Speaking(As.ANONYMOUS, false);

    TopicId open(Viewer who, String title, String body) {
        return open(who, Speaking.NAMED, title, body);
    }

    /** Opens a topic behind an anonymous voice. */
    TopicId hide(Viewer who, String title, String body) {
        return open(who, HIDDEN, title, body);
    }

    /** Answers behind an anonymous voice. */
    PostId whisper(Viewer who, TopicId topic, String body) {
        return say(who, topic, HIDDEN, body, Manner.PLAIN);
    }

    private TopicId open(Viewer who, Speaking as, String title, String body) {
        var place = communities.find(who, cast.slug);
        var form = new TopicsController.TopicForm(cast.slug, "medicines", title, "", "", body, "", "", "");
        return switch (Opening.of(place, sections.of(place), as, form, Rules.TOPIC)) {
            case Outcome.Published<Opening> published -> {
                topics.open(published.work());
                yield published.work().id();
            }
            case Outcome.Refused<Opening> refused -> throw new AssertionError(refused.why());
        };
    }

    PostId say(Viewer who, TopicId topic, String body) {
        return say(who, topic, body, Manner.PLAIN);
    }

    PostId say(Viewer who, TopicId topic, String body, Manner manner) {
        return say(who, topic, Speaking.NAMED, body, manner);
    }

    private PostId say(Viewer who, TopicId topic, Speaking as, String body, Manner manner) {
        return switch (topics.find(who, topic).reply(body, Note.NONE, as, Rules.REPLY)) {
            case Outcome.Published<Reply> published ->
                posts.add(published.work().in(manner));
            case Outcome.Refused<Reply> refused -> throw new AssertionError(refused.why());
        };
    }
}
