package kith.advice;

import java.util.Optional;
import kith.conversation.Topic;
import kith.conversation.TopicFurther;
import org.springframework.stereotype.Component;

/** A conversation can become a question: its writer asks it, a manager can suggest that. */
@Component
class TopicQuestions implements TopicFurther {
    @Override
    public Optional<Way> way(Topic topic) {
        if (topic.withdrawn() || !topic.ledTo().isEmpty() || !topic.place().mayWrite()) {
            return Optional.empty();
        }
        if (topic.mine()) {
            return Optional.of(new Way("advice.topic.ask", asking(topic)));
        }
        return topic.place().manages()
                ? Optional.of(new Way("advice.topic.suggest", topic.path() + "/suggestion"))
                : Optional.empty();
    }

    /** Where its writer asks it, with its words in the form. */
    static String asking(Topic topic) {
        return topic.place().path("questions") + "/new?topic=" + topic.id();
    }
}
