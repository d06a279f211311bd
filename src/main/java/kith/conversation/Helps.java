package kith.conversation;

import java.util.List;
import kith.page.Markdown;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What helped in a topic: as who opened it says, and as readers thanked for it. No machine writes a summary. */
@Component
class Helps {
    /** From how many replies on a topic begins with what helped in it. */
    static final int LONG = 12;

    private static final int MOST = 5;
    private static final int FIRST_WORDS = 140;

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    Helps(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** One post that helped: its first words, or its content note where the reader wants that folded. */
    public record Highlight(Post post, String words) {
        static Highlight of(Post post) {
            return new Highlight(
                    post, post.folded() ? "" : Markdown.render(post.body()).opening(FIRST_WORDS));
        }
    }

    @Transactional
    void mark(Post post, boolean helped) {
        sql.sql("update conversation.post set helped_at = " + (helped ? "coalesce(helped_at, now())" : "null")
                        + " where id = :id and not opens")
                .param("id", post.id().value())
                .update();
        events.publishEvent(PostTurned.of(post));
    }

    /** The posts that helped who opened the topic, or two readers, in their order; none in a short topic, which is read as quickly. */
    List<Highlight> in(Topic topic) {
        return topic.replies() < LONG
                ? List.of()
                : sql
                        .sql("with helpful as ("
                                + """
                                select p.id from conversation.post p
                                where p.topic_id = :topic and not p.opens and p.state = 'STANDING' and p.hidden_at is null
                                  and (p.helped_at is not null or p.helped_readers >= 2)
                                order by p.helped_at is null, p.helped_readers desc, p.posted_at limit %d)
                                """.formatted(MOST)
                                + PostRows.SELECT + "join helpful h on h.id = p.id order by p.posted_at, p.id")
                        .param("topic", topic.id().value())
                        .query((row, n) -> PostRows.post(topic, row))
                        .list()
                        .stream()
                        .map(Highlight::of)
                        .toList();
    }
}
