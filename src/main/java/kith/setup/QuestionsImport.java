package kith.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kith.community.Community;
import kith.community.HouseCommunities;
import kith.community.Section;
import kith.conversation.ArrivingTopics;
import kith.conversation.Source;
import kith.house.HouseProblem;
import kith.house.Terminal;
import kith.identity.MemberId;
import kith.page.Markdown;
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

    private final ArrivingTopics topics;
    private final HouseCommunities communities;
    private final Arrived arrived;
    private final ImportedVoices voices;
    private final TransactionTemplate transaction;

    QuestionsImport(
            ArrivingTopics topics,
            HouseCommunities communities,
            Arrived arrived,
            ImportedVoices voices,
            TransactionTemplate transaction) {
        this.topics = topics;
        this.communities = communities;
        this.arrived = arrived;
        this.voices = voices;
        this.transaction = transaction;
    }

    /** {@code at} is the moment under which the topics stand: when they were really asked is not known. */
    Tally run(Lines lines, Community community, Instant at, Terminal terminal) {
        var tally = new Tally(terminal);
        var section = section(community);
        lines.each(line -> {
            take(line, new Place(community, section, at.minusSeconds(line.number())), tally);
            terminal.progress("Questions", line.read(), lines.length());
        });
        return tally;
    }

    private record Place(Community community, Section section, Instant at) {}

    /** Where questions belong, if the pack has such a section; else the first one. */
    private Section section(Community community) {
        var all = communities.sectionsAsHouse(community.id());
        return all.stream()
                .filter(section -> section.kind().equals("questions"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new HouseProblem("%s has no section that questions could go to.".formatted(community.name())));
    }

    private void take(Lines.Line line, Place place, Tally tally) {
        try {
            var question = QuestionLine.read(line.text());
            var known = arrived.find(place.community().id(), question.key());
            if (known.isEmpty()) {
                transaction.executeWithoutResult(status -> add(question, place));
                tally.fresh(1);
            } else if (known.get().same(question)) {
                tally.unchanged(1);
            } else {
                tally.refuse(line.number(), "this question is here already in other words; what is here stays");
            }
        } catch (BadLine e) {
            tally.refuse(line.number(), e.reason());
        } catch (DataAccessException e) {
            LOG.warn("a question was not kept", e);
            tally.refuse(line.number(), "the database did not take it");
        }
    }

    private void add(QuestionLine question, Place place) {
        var community = place.community().id();
        var topic = ArrivingTopics.nextTopic();
        var opening = said(question.key(), voices.asked(), question.body(), place.at(), ASKED);
        topics.openAsHouse(
                community,
                List.of(new ArrivingTopics.Opening(
                        topic, place.section().id(), question.title(), place.section().contentNote(), false, false, opening)));
        var answers = new ArrayList<ArrivingTopics.Answer>();
        for (var answer : java.util.Objects.requireNonNull(question.answers())) {
            var n = answers.size() + 1;
            var said = said(question.key() + "/" + n, voices.answered(), answer.body(), place.at().plusMillis(n), answer.from());
            answers.add(new ArrivingTopics.Answer(topic, said));
        }
        topics.answerAsHouse(community, answers);
        arrived.keep(community, List.of(new Arrived.Thing(question.key(), question, topic.value())));
    }

    private static ArrivingTopics.Said said(String key, MemberId voice, String body, Instant at, Source source) {
        return new ArrivingTopics.Said(
                ArrivingTopics.nextPost(), key, voice, body, Markdown.render(body), at, null, source);
    }
}
