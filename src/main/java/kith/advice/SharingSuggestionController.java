package kith.advice;

import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whoever answered a private question suggests that its asker shares it. */
@Controller
@For(Audience.MEMBERS)
class SharingSuggestionController {
    private final Questions questions;
    private final EntryRows entries;
    private final Sharings sharings;

    SharingSuggestionController(Questions questions, EntryRows entries, Sharings sharings) {
        this.questions = questions;
        this.entries = entries;
        this.sharings = sharings;
    }

    @PostMapping("/question/{id}/sharing/suggestion")
    Answer create(Viewer viewer, @PathVariable QuestionId id) {
        var question = questions.find(viewer, id);
        var answered = entries.of(question).stream().anyMatch(entry -> entry.answer() && entry.out() && entry.own());
        if (!SharingController.shareable(question) || !answered || !Question.advises(question.place())) {
            throw new NotHere();
        }
        sharings.suggest(question);
        return new SeeOther(question.path(), "advice.share.suggested");
    }
}
