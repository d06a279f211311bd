package kith.conversation;

import kith.community.Place;

/** What somebody wants to publish and where: the question that the rules answer. {@code title} is null where none is asked for. */
record Writing(
        Place place,
        boolean closed,
        boolean sectionGone,
        @org.jspecify.annotations.Nullable String title,
        String body) {
    static Writing of(Topic topic, String body) {
        return new Writing(topic.place(), topic.closed(), topic.section().slug().isEmpty(), null, body);
    }
}
