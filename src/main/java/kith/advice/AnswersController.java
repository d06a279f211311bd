package kith.advice;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers: sending one, and putting one right. */
@Controller
@For(Audience.MEMBERS)
class AnswersController {
    private final Questions questions;
    private final Entries entries;
    private final Reviews reviews;
    private final QuestionController pages;
    private final Sketches sketches;
    private final Takings takings;
    private final Limits limits;
    private final Clock clock;

    AnswersController(
            Questions questions,
            Entries entries,
            Reviews reviews,
            QuestionController pages,
            Sketches sketches,
            Takings takings,
            Limits limits,
            Clock clock) {
        this.questions = questions;
        this.entries = entries;
        this.reviews = reviews;
        this.pages = pages;
        this.sketches = sketches;
        this.takings = takings;
        this.limits = limits;
        this.clock = clock;
    }

    /** Where an answer is changed: {@code correcting} one that stands, or rewriting one that is being read. */
    public record EditAnswerPage(
            Question question,
            Entry entry,
            QuestionController.AnswerFormPart form,
            String reason,
            boolean correcting,
            Refusals refusals)
            implements Page, InPlace {
        @Override
        public Place place() {
            return question.place();
        }

        @Override
        public int status() {
            return refusals.status();
        }
    }

    @PostMapping("/question/{id}/answers")
    Answer create(Viewer viewer, @PathVariable QuestionId id, @RequestParam Map<String, String> typed) {
        var question = questions.find(viewer, id);
        var form = AnswerForm.of(typed);
        if (!question.answerable()) {
            return late(question, form, typed);
        }
        var filled = form.filled();
        var refusals = form.refusals(clock, false)
                .and(filled.any() ? filled : takings.unread(question, form, typed.containsKey("read")));
        if (question.holder(clock.instant()).filter(who -> !viewer.is(who)).isPresent()) {
            refusals = refusals.and(Refusals.of(Refusal.of("advice.taken.other")));
        }
        if (refusals.any()) {
            sketches.type(viewer, "answer:" + id, typed);
            return pages.page(question, form, "", refusals);
        }
        limits.take(Limit.POST, viewer.member());
        var sent = entries.answer(question, form);
        if (sent == Entries.Sent.NOT || sent == Entries.Sent.EXPIRED) {
            sketches.type(viewer, "answer:" + id, typed);
            var why = sent == Entries.Sent.NOT ? "advice.taken.other" : "advice.refused.expired";
            return pages.page(question, form, "", Refusals.of(Refusal.of(why)));
        }
        takings.sent(question);
        sketches.remove(viewer, "answer:" + id);
        return new SeeOther(question.path(), sent == Entries.Sent.OUT ? "advice.answered" : "advice.to-reader");
    }

    /** Somebody else's went out meanwhile: what was typed stands there still. */
    private Answer late(Question question, AnswerForm form, Map<String, String> typed) {
        if (question.mine()
                || !Question.advises(question.place())
                || form.body().isBlank()) {
            throw new NotHere();
        }
        sketches.type(question.place().viewer(), "answer:" + question.id(), typed);
        return pages.page(question, form, "", Refusals.of(Refusal.of("advice.refused.answered")));
    }

    @GetMapping("/question/{id}/answers/{answer}/edit")
    Answer edit(Viewer viewer, @PathVariable QuestionId id, @PathVariable UUID answer) {
        var question = questions.find(viewer, id);
        var entry = reviews.find(question, answer);
        var kept = sketches.find(viewer, "correct:" + answer);
        var form = kept.map(sketch -> AnswerForm.of(sketch.fields())).orElseGet(() -> AnswerForm.of(entry));
        return new EditAnswerPage(
                question,
                entry,
                QuestionController.AnswerFormPart.of(
                        form, kept.map(Sketches.Sketch::savedAt).orElse(null)),
                form.reason(),
                entry.out(),
                Refusals.NONE);
    }

    @PostMapping("/question/{id}/answers/{answer}")
    Answer update(
            Viewer viewer,
            @PathVariable QuestionId id,
            @PathVariable UUID answer,
            @RequestParam Map<String, String> typed) {
        var question = questions.find(viewer, id);
        var entry = reviews.find(question, answer);
        var form = AnswerForm.of(typed);
        var refusals = form.refusals(clock, entry.out()).and(form.filled());
        if (!refusals.any() && entry.out() && !reviews.correct(question, entry, form)) {
            refusals = Refusals.of(Refusal.of("advice.refused.expired"));
        }
        if (refusals.any()) {
            sketches.type(viewer, "correct:" + answer, typed);
            return new EditAnswerPage(
                    question,
                    entry,
                    QuestionController.AnswerFormPart.of(form, null),
                    form.reason(),
                    entry.out(),
                    refusals);
        }
        if (!entry.out()) {
            entries.rewrite(question, answer, form);
        }
        sketches.remove(viewer, "correct:" + answer);
        return new SeeOther(question.path(), entry.out() ? "advice.corrected" : "advice.rewritten");
    }
}
