package kith.conversation;

import kith.community.Communities;
import kith.community.Sections;
import kith.identity.Viewer;

/** Opens topics and answers in them, as the people of a cast. */
record Talk(Cast cast, Communities communities, Sections sections, Topics topics, Posts posts) {
    TopicId open(Viewer who, String title, String body) {
        var place = communities.find(who, cast.slug);
        var form = new TopicsController.TopicForm(cast.slug, "medicines", title, "", body, "");
        return switch (Opening.of(place, sections.of(place), form, Rules.TOPIC)) {
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
        return switch (topics.find(who, topic).reply(body, Rules.REPLY)) {
            case Outcome.Published<Reply> published -> posts.add(published.work().in(manner));
            case Outcome.Refused<Reply> refused -> throw new AssertionError(refused.why());
        };
    }
}
