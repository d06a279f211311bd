package kith.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kith.advice.ArrivingQuestions;
import kith.advice.Entry;
import kith.community.Community;
import kith.community.HouseCommunities;
import kith.community.Section;
import kith.house.HouseProblem;
import kith.house.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Brings real questions in as questions to practitioners that others have answered: each answer with where it is from, and none under the name of anybody here. */
@Component
class AdviceImport {
    private static final Logger LOG = LoggerFactory.getLogger(AdviceImport.class);
    private static final String ASKED = "Asked of the U.S. National Library of Medicine";
    private static final String ANSWERED = "Reference answer, " + QuestionLine.LICENCE;

    private final ArrivingQuestions questions;
    private final HouseCommunities communities;

    AdviceImport(ArrivingQuestions questions, HouseCommunities communities) {
        this.questions = questions;
        this.communities = communities;
    }

    /** {@code at} is the moment under which they stand: when they were really asked is not known. */
    Tally run(Lines lines, Community community, Instant at, Terminal terminal) {
        var tally = new Tally(terminal);
        var section = section(community);
        lines.each(line -> {
            take(line, community, section, at.minusSeconds(line.number()), tally);
            terminal.progress("Questions", line.read(), lines.length());
        });
        return tally;
    }

    /** Where the pack puts questions, else its first section. */
    private Section section(Community community) {
        var all = communities.sectionsAsHouse(community.id());
        return all.stream()
                .filter(section -> section.kind().equals("questions"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() ->
                        new HouseProblem("%s has no section that questions could go to.".formatted(community.name())));
    }

    private void take(Lines.Line line, Community community, Section section, Instant at, Tally tally) {
        try {
            var question = QuestionLine.read(line.text());
            var fresh = questions.bringAsHouse(
                    community.id(),
                    section.id(),
                    new ArrivingQuestions.Arrival(
                            question.key(),
                            question.title(),
                            question.body(),
                            ASKED,
                            at.minus(Duration.ofDays(30)),
                            answers(question)));
            tally.fresh(fresh ? 1 : 0);
            tally.unchanged(fresh ? 0 : 1);
        } catch (BadLine e) {
            tally.refuse(line.number(), e.reason());
        } catch (DataAccessException e) {
            LOG.warn("a question was not kept", e);
            tally.refuse(line.number(), "the database did not take it");
        }
    }

    private static List<ArrivingQuestions.Reply> answers(QuestionLine question) {
        return Objects.requireNonNull(question.answers()).stream()
                .map(answer -> new ArrivingQuestions.Reply(
                        ANSWERED,
                        answer.body(),
                        new Entry.Source(answer.from().line(), answer.from().url(), null)))
                .toList();
    }
}
