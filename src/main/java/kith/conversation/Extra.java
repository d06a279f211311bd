package kith.conversation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what a topic's page shows beside words, and asks for nothing where there is nothing. */
@Component
class Extra {
    private final PostPictures pictures;
    private final Polls polls;
    private final Moves moves;
    private final Corrections corrections;

    Extra(PostPictures pictures, Polls polls, Moves moves, Corrections corrections) {
        this.pictures = pictures;
        this.polls = polls;
        this.moves = moves;
        this.corrections = corrections;
    }

    Extras of(Topic topic, List<Post> shown, Composer<?> composer) {
        var begun = composer.savedAt() != null || composer.status() != 200;
        return topic.furnished() || begun
                ? new Extras(
                        topic.furnished() ? pictures.on(shown) : Map.of(),
                        begun ? pictures.with(topic.place().viewer(), composer.key()) : List.of(),
                        topic.furnished() ? polls.on(shown, topic.place().viewer()) : Map.of(),
                        topic.furnished() ? moves.of(topic) : List.of(),
                        topic.furnished() ? corrections.on(shown) : Map.of())
                : Extras.NONE;
    }

    /** What is printed of it. */
    Extras onPaper(Topic topic, List<Post> shown) {
        return topic.furnished()
                ? new Extras(
                        pictures.on(shown),
                        List.of(),
                        polls.on(shown, topic.place().viewer()),
                        List.of(),
                        corrections.on(shown))
                : Extras.NONE;
    }
}
