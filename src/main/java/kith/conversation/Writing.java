package kith.conversation;

import kith.community.Place;
import org.jspecify.annotations.Nullable;

/** What somebody wants to publish, where and as whom: the question that the rules answer. {@code title} is null where none is asked for. */
record Writing(
        Place place,
        Speaking speaking,
        boolean closed,
        boolean sectionGone,
        @Nullable String title,
        String body) {
    static Writing of(Topic topic, Speaking speaking, String body) {
        return new Writing(
                topic.place(), speaking, topic.closed(), topic.section().slug().isEmpty(), null, body);
    }
}
