package kith.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kith.community.Community;
import kith.community.HouseCommunities;
import kith.community.Section;
import kith.conversation.Arrivals;
import kith.conversation.ArrivingPost;
import kith.conversation.ArrivingTopic;
import kith.conversation.Source;
import kith.house.HouseProblem;
import kith.house.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a file of questions into a community's conversations: each becomes a topic, its reference answers replies that say where they are from. */
@Component
class QuestionsImport {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionsImport.class);
    private static final Source ASKED =
            new Source("Asked of the U.S. National Library of Medicine", "", QuestionLine.LICENCE);

    private final Arrivals conversations;
    private final HouseCommunities communities;
    private final ImportedVoices voices;
    private final TransactionTemplate transaction;

    QuestionsImport(
            Arrivals conversations,
            HouseCommunities communities,
            ImportedVoices voices,
            TransactionTemplate transaction) {
        this.conversations = conversations;
        this.communities = communities;
        this.voices = voices;
        this.transaction = transaction;
    }

    private record Where(Community community, Section section, Instant at) {}

    /** {@code at} is the moment under which the topics stand: when they were really asked is not known. */
    Tally run(Lines lines, Community community, Instant at, Terminal terminal) {
        var tally = new Tally(terminal);
        var section = section(community);
        lines.each(line -> {
            take(line, new Where(community, section, at.minusSeconds(line.number())), tally);
            terminal.progress("Questions", line.read(), lines.length());
        });
        return tally;
    }

    /** Where questions belong, if the pack has such a section; else the first one. */
    private Section section(Community community) {
        var all = communities.sectionsAsHouse(community.id());
        return all.stream()
                .filter(section -> section.kind().equals("questions"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() ->
                        new HouseProblem("%s has no section that questions could go to.".formatted(community.name())));
    }

    private void take(Lines.Line line, Where where, Tally tally) {
        try {
            var question = QuestionLine.read(line.text());
            var topic = topic(question, where);
            var answers = answers(question, where);
            var fresh = Objects.requireNonNullElse(transaction.execute(status -> bring(where, topic, answers)), 0);
            tally.fresh(fresh);
            tally.unchanged(1 - fresh);
        } catch (BadLine e) {
            tally.refuse(line.number(), e.reason());
        } catch (DataAccessException e) {
            LOG.warn("a question was not kept", e);
            tally.refuse(line.number(), "the database did not take it");
        }
    }

    private int bring(Where where, ArrivingTopic topic, List<ArrivingPost> answers) {
        var community = where.community().id();
        var fresh = conversations.bringTopicsAsHouse(community, List.of(topic));
        conversations.bringPostsAsHouse(community, answers);
        return fresh;
    }

    private ArrivingTopic topic(QuestionLine question, Where where) {
        return new ArrivingTopic(
                question.key(),
                where.section().id(),
                voices.asked(),
                question.title(),
                "",
                question.body(),
                where.at(),
                null,
                false,
                false,
                ASKED);
    }

    private List<ArrivingPost> answers(QuestionLine question, Where where) {
        var all = new ArrayList<ArrivingPost>();
        for (var answer : Objects.requireNonNull(question.answers())) {
            var n = all.size() + 1;
            all.add(new ArrivingPost(
                    question.key() + "/" + n,
                    question.key(),
                    voices.answered(),
                    answer.body(),
                    where.at().plusMillis(n),
                    null,
                    answer.from()));
        }
        return all;
    }
}
