package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import kith.community.CommunityId;
import kith.community.SectionId;
import kith.identity.Ids;
import kith.page.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in questions that were asked and answered elsewhere. What came once does not come twice. */
@Component
public class ArrivingQuestions {
    private final JdbcClient sql;
    private final Entries entries;
    private final Known known;

    ArrivingQuestions(JdbcClient sql, Entries entries, Known known) {
        this.sql = sql;
        this.entries = entries;
        this.known = known;
    }

    /** A question: {@code key} names it where it comes from, {@code source} says where that is. */
    public record Arrival(String key, String title, String body, String source, Instant at, List<Reply> replies) {}

    /** An answer by somebody who is not of this house. */
    public record Reply(String by, String words, Entry.Source source) {}

    /** Whether it is new here. */
    @Transactional
    public boolean bringAsHouse(CommunityId community, SectionId section, Arrival arrival) {
        var id = QuestionId.next();
        var at = arrival.at().atOffset(UTC);
        var fresh = sql.sql("""
                                insert into advice.question (id, community_id, section_id, anonymous, closed, title, body, html, language, source, asked_at,
                                    waits_since, due_at, look_at, state, answered_at, imported)
                                values (:id, :community, :section, true, false, :title, :body, :html, '', :source, :at, :at, :at, :at, 'ENDED', :at, :key)
                                on conflict (imported) do nothing""")
                        .param("id", id.value())
                        .param("community", community.value())
                        .param("section", section.value())
                        .param("title", arrival.title())
                        .param("body", arrival.body())
                        .param("html", Markdown.render(arrival.body()).html())
                        .param("source", arrival.source())
                        .param("at", at)
                        .param("key", community + "/" + arrival.key())
                        .update()
                == 1;
        if (fresh) {
            arrival.replies().forEach(reply -> answer(id, reply, arrival.at()));
            known.learn(id.value());
        }
        return fresh;
    }

    private void answer(QuestionId question, Reply reply, Instant at) {
        var id = Ids.next();
        sql.sql("""
                        insert into advice.entry (id, question_id, kind, outside, body, html, state, made_at, out_at)
                        values (:id, :question, 'ANSWER', :outside, :body, :html, 'OUT', :at, :at)""")
                .param("id", id)
                .param("question", question.value())
                .param("outside", reply.by())
                .param("body", reply.words())
                .param("html", Markdown.render(reply.words()).html())
                .param("at", at.atOffset(UTC))
                .update();
        entries.sources(id, List.of(reply.source()));
    }
}
