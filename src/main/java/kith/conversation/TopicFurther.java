package kith.conversation;

import java.util.Optional;

/** Implemented by a module that a conversation can lead to; asked for every topic page, so without a look into the database. */
public interface TopicFurther {
    /** What a reader may do with a topic there: the key of its name and its path. */
    record Way(String key, String path) {}

    /** Whether this reader may take this topic there. */
    Optional<Way> way(Topic topic);
}
