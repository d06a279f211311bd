package kith.page;

/**
 * A record nested in its controller and shown by the template beside it: {@code kith.conversation.TopicsController.TopicPage} by
 * {@code conversation/topic.jte}, which takes {@code frame} and {@code page}.
 */
public interface Page extends Answer {
    /** The HTTP status to answer with: 200, or 422 where the page is a form that refuses. */
    default int status() {
        return 200;
    }
}
