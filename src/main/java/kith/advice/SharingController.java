package kith.advice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kith.community.InPlace;
import kith.community.Place;
import kith.conversation.Doubt;
import kith.conversation.Identifiers;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Phrases;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sharing one's private question with everybody: line by line, seen before it is out, and taken back whenever one likes. */
@Controller
@For(Audience.MEMBERS)
class SharingController {
    private final Questions questions;
    private final EntryRows entries;
    private final Sharings sharings;
    private final Sketches sketches;
    private final Identifiers identifiers;
    private final Phrases phrases;
    private final Limits limits;

    SharingController(
            Questions questions,
            EntryRows entries,
            Sharings sharings,
            Sketches sketches,
            Identifiers identifiers,
            Phrases phrases,
            Limits limits) {
        this.questions = questions;
        this.entries = entries;
        this.sharings = sharings;
        this.sketches = sketches;
        this.identifiers = identifiers;
        this.phrases = phrases;
        this.limits = limits;
    }

    /** {@code looked}: everybody's view is shown above the lines; {@code wordings} are for whoever answered, and then nothing else is. */
    public record SharingPage(
            Question question,
            Optional<Sharings.Sharing> sharing,
            Sheet sheet,
            List<Doubt> doubts,
            boolean looked,
            Refusals refusals,
            List<Sharings.Wording> wordings)
            implements Page, InPlace {
        /** Which of their changed words whoever answered sees here. */
        public String seen() {
            return Sharings.seen(wordings);
        }

        /** Whether whoever looks has agreed already. */
        public boolean agreed() {
            return wordings.stream().filter(Sharings.Wording::own).allMatch(Sharings.Wording::agreed);
        }

        @Override
        public Place place() {
            return question.place();
        }

        @Override
        public int status() {
            return refusals.status();
        }

        /** Whether its asker may choose the words now. */
        public boolean open() {
            return sharing.map(Sharings.Sharing::open).orElse(true);
        }

        public Sharings.@Nullable State state() {
            return sharing.map(Sharings.Sharing::state).orElse(null);
        }

        /** What still may give somebody away in a line. */
        public List<Doubt> doubts(Sheet.Line line) {
            return doubts.stream()
                    .filter(doubt -> doubt.field().equals(line.name()))
                    .toList();
        }
    }

    @GetMapping("/question/{id}/sharing")
    Answer show(Viewer viewer, @PathVariable QuestionId id) {
        var question = questions.find(viewer, id);
        if (!question.mine()) {
            var wordings = sharings.wordings(question);
            if (wordings.isEmpty()) {
                throw new NotHere();
            }
            return new SharingPage(
                    question, Optional.empty(), new Sheet(List.of()), List.of(), false, Refusals.NONE, wordings);
        }
        var sheet = sheet(question);
        var kept = sketches.find(viewer, key(id)).map(Sketches.Sketch::fields);
        return page(question, kept.map(sheet::with).orElseGet(() -> veiled(question, sheet)), false, Refusals.NONE);
    }

    @PostMapping("/question/{id}/sharing")
    Answer create(Viewer viewer, @PathVariable QuestionId id, @RequestParam Map<String, String> typed) {
        var question = questions.find(viewer, id);
        var fresh = sheet(question);
        var sheet = veiled(question, fresh).with(typed);
        if (!sharings.of(question).map(Sharings.Sharing::open).orElse(true)) {
            throw new NotHere();
        }
        sketches.type(viewer, key(id), typed);
        var refusals = sheet.refusals(sharings.agreers(question.place()));
        if (!lines(typed).equals(fresh.texts().keySet())) {
            return page(question, sheet, true, refusals.and(Refusals.of(Refusal.of("advice.share.refused.changed"))));
        }
        if (typed.containsKey("look")) {
            return page(question, sheet, !refusals.any(), refusals);
        }
        if (!question.place().mayWrite()) {
            refusals = refusals.and(Refusals.of(Refusal.of("advice.refused.standing")));
        }
        if (!"true".equals(typed.get("consent"))) {
            refusals = refusals.and(Refusals.of(Refusal.in("consent", "advice.share.refused.consent")));
        }
        if (refusals.any()) {
            return page(question, sheet, true, refusals);
        }
        limits.take(Limit.POST, viewer.member());
        sharings.share(question, sheet);
        sketches.remove(viewer, key(id));
        return new SeeOther(
                question.path() + "/sharing",
                sheet.toAgree().isEmpty() ? "advice.share.done" : "advice.share.agreeing");
    }

    /** Not wanted, or not any more. */
    @PostMapping("/question/{id}/sharing/removal")
    Answer destroy(Viewer viewer, @PathVariable QuestionId id) {
        var question = questions.find(viewer, id);
        if (!question.mine() || sharings.of(question).isEmpty()) {
            throw new NotHere();
        }
        sharings.decline(question);
        sketches.remove(viewer, key(id));
        return new SeeOther(question.path(), "advice.share.back");
    }

    /** What was on the page that was sent: where an answer came or was put right since, its asker has not seen all of it. */
    private static Set<String> lines(Map<String, String> typed) {
        return typed.keySet().stream().filter(name -> name.startsWith("line-")).collect(Collectors.toSet());
    }

    private Sheet sheet(Question question) {
        if (!question.mine() || !shareable(question)) {
            throw new NotHere();
        }
        return Sheet.of(question, entries.of(question));
    }

    /** A private one that was answered. */
    static boolean shareable(Question question) {
        return question.closed() && question.answeredAt() != null;
    }

    static String key(QuestionId id) {
        return "share:" + id;
    }

    /** With everything that may give somebody away replaced by what it is. */
    private Sheet veiled(Question question, Sheet sheet) {
        var locale = question.place().community().language();
        var found = identifiers.every(question.place(), sheet.texts()).stream()
                .collect(Collectors.groupingBy(Doubt::field));
        return sheet.proposed((name, text) -> found.getOrDefault(name, List.of()).stream()
                .reduce(
                        text,
                        (said, doubt) ->
                                said.replace(doubt.found(), phrases.say(locale, "advice.share.veil." + kind(doubt))),
                        (a, b) -> b));
    }

    /** The last word of its key, such as {@code phone}. */
    private static String kind(Doubt doubt) {
        return doubt.key().substring(doubt.key().lastIndexOf('.') + 1);
    }

    private SharingPage page(Question question, Sheet sheet, boolean looked, Refusals refusals) {
        return new SharingPage(
                question,
                sharings.of(question),
                sheet,
                identifiers.every(question.place(), sheet.texts()),
                looked,
                refusals,
                List.of());
    }
}
