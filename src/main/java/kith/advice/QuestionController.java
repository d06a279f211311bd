package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kith.community.Country;
import kith.community.InPlace;
import kith.community.Pack;
import kith.community.Place;
import kith.community.PlacePacks;
import kith.identity.Viewer;
import kith.notification.Told;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One question: where it stands, what was answered, and what its reader may do now. */
@Controller
@For(Audience.MEMBERS)
class QuestionController {
    private static final int LONGEST = 6_000;

    private final Questions questions;
    private final EntryRows rows;
    private final Entries entries;
    private final Reviews reviews;
    private final Standing standing;
    private final Sketches sketches;
    private final Takings takings;
    private final Sharings sharings;
    private final PlacePacks packs;
    private final Clock clock;

    QuestionController(
            Questions questions,
            EntryRows rows,
            Entries entries,
            Reviews reviews,
            Standing standing,
            Sketches sketches,
            Takings takings,
            Sharings sharings,
            PlacePacks packs,
            Clock clock) {
        this.questions = questions;
        this.rows = rows;
        this.entries = entries;
        this.reviews = reviews;
        this.standing = standing;
        this.sketches = sketches;
        this.takings = takings;
        this.sharings = sharings;
        this.packs = packs;
        this.clock = clock;
    }

    /** A question with all that its reader may see and do. {@code answer} is the form of an answer, null for whoever may not answer now. */
    public record QuestionPage(
            Question question,
            List<Entry> entries,
            Standing.Where where,
            @Nullable AnswerFormPart answer,
            String askingOn,
            Refusals refusals,
            Pack.CrisisHelp urgent,
            boolean secondReader,
            Instant now,
            LocalDate today,
            Piece.Shelf shelf,
            Sharings.@Nullable State sharing,
            boolean toAgree,
            String commenting,
            String passing,
            Set<UUID> toReview)
            implements Told, InPlace {
        @Override
        public Place place() {
            return question.place();
        }

        @Override
        public UUID thread() {
            return question.id().value();
        }

        @Override
        public int status() {
            return refusals.status();
        }

        /** Whether a private one may be shared: its asker chooses, whoever answered may suggest it. */
        public boolean shareable() {
            return SharingController.shareable(question)
                    && (question.mine()
                            || entries.stream().anyMatch(entry -> entry.answer() && entry.out() && entry.own()));
        }

        /** Whether an answer of this page waits for the reader's second look. */
        public boolean reads(Entry entry) {
            return QuestionController.reads(question, entry);
        }
    }

    /** The form of an answer with what was typed, and since when it is safe. */
    public record AnswerFormPart(
            String body,
            String until,
            List<Field> sources,
            @Nullable Instant savedAt) {
        /** One line of sources. */
        public record Field(String title, String address, String year) {
            boolean empty() {
                return title.isEmpty() && address.isEmpty() && year.isEmpty();
            }
        }

        /** Whether more than the first source is worth seeing at once. */
        public boolean more(Refusals refusals) {
            return IntStream.range(1, sources.size())
                    .anyMatch(n -> !sources.get(n).empty()
                            || Stream.of("source-", "address-", "year-")
                                    .anyMatch(name -> refusals.in(name + n).isPresent()));
        }

        static AnswerFormPart of(AnswerForm form, @Nullable Instant savedAt) {
            return new AnswerFormPart(
                    form.body(),
                    form.until(),
                    form.sources().stream()
                            .map(each -> new Field(each.title(), each.address(), each.year()))
                            .toList(),
                    savedAt);
        }
    }

    @GetMapping("/question/{id}")
    @For(Audience.EVERYONE)
    Answer show(Viewer viewer, @PathVariable QuestionId id) {
        var question = questions.find(viewer, id);
        if (viewer.signedIn() && !question.waits()) {
            entries.read(question);
        }
        var on = question.mayAskOn() ? sketches.words(viewer, "on:" + id, "body") : "";
        return page(question, null, on, Refusals.NONE);
    }

    QuestionPage page(Question question, @Nullable AnswerForm typed, String askingOn, Refusals refusals) {
        return page(question, typed, askingOn, refusals, "");
    }

    QuestionPage page(
            Question question, @Nullable AnswerForm typed, String askingOn, Refusals refusals, String sought) {
        var place = question.place();
        var said = rows.of(question);
        var reading = said.stream().anyMatch(entry -> entry.answer() && !entry.out());
        var today = LocalDate.ofInstant(clock.instant(), place.viewer().zone());
        var sharing = SharingController.shareable(question)
                ? sharings.of(question).map(Sharings.Sharing::state).orElse(null)
                : null;
        return new QuestionPage(
                question,
                said,
                standing.of(question),
                typed != null || question.answerable() && !reading ? form(question, typed, today) : null,
                askingOn,
                refusals,
                packs.of(place)
                        .pack()
                        .crisisHelp(Country.chosen("", place.viewer().zone())),
                packs.of(place).pack().secondReader(),
                clock.instant(),
                today,
                question.answerable() ? takings.shelf(question, sought) : Piece.Shelf.NONE,
                sharing,
                sharing == Sharings.State.AGREEING
                        && !question.mine()
                        && !sharings.wordings(question).isEmpty(),
                commenting(question, said),
                question.waits() && place.member() && question.heldBy(place.self(), clock.instant())
                        ? sketches.words(place.viewer(), "pass:" + question.id(), "reason")
                        : "",
                toReview(question, said, today));
    }

    /** Answers of others whose day is near, for a colleague to look at. */
    private Set<UUID> toReview(Question question, List<Entry> said, LocalDate today) {
        return Question.advises(question.place())
                ? said.stream()
                        .filter(entry -> !entry.own() && entry.near(today) && reviews.waits(question, entry))
                        .map(Entry::id)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** What its second reader began to say to whoever wrote an answer. */
    private String commenting(Question question, List<Entry> said) {
        return said.stream()
                .filter(entry -> reads(question, entry))
                .map(entry -> sketches.words(question.place().viewer(), "comment:" + entry.id(), "words"))
                .findFirst()
                .orElse("");
    }

    private static boolean reads(Question question, Entry entry) {
        return entry.answer() && !entry.out() && !entry.own() && Question.advises(question.place()) && !question.mine();
    }

    private AnswerFormPart form(Question question, @Nullable AnswerForm typed, LocalDate today) {
        if (typed != null) {
            return AnswerFormPart.of(typed, null);
        }
        return sketches.find(question.place().viewer(), "answer:" + question.id())
                .map(kept -> AnswerFormPart.of(AnswerForm.of(kept.fields()), kept.savedAt()))
                .orElseGet(() -> AnswerFormPart.of(AnswerForm.empty(today), null));
    }

    /** Its asker asks on. */
    @PostMapping("/question/{id}/on")
    Answer create(Viewer viewer, @PathVariable QuestionId id, @RequestParam(defaultValue = "") String body) {
        var question = questions.find(viewer, id);
        var words = Typed.text(body).strip();
        if (!question.mayAskOn()) {
            throw new NotHere();
        }
        if (words.isEmpty() || words.length() > LONGEST) {
            sketches.type(viewer, "on:" + id, Map.of("body", words));
            return page(
                    question,
                    null,
                    words,
                    Refusals.of(Refusal.in(
                            "body", words.isEmpty() ? "advice.refused.empty.body" : "advice.refused.long", LONGEST)));
        }
        questions.askOn(question, words);
        sketches.remove(viewer, "on:" + id);
        return new SeeOther(question.path(), "advice.asked-on");
    }

    /** It helped, or is settled otherwise: with that it ends. */
    @PostMapping("/question/{id}/end")
    Answer update(Viewer viewer, @PathVariable QuestionId id, @RequestParam(defaultValue = "") String helped) {
        var question = questions.find(viewer, id);
        if (!question.mine() || question.state() != Question.State.ANSWERED) {
            throw new NotHere();
        }
        questions.end(question, helped.equals("yes"));
        return new SeeOther(question.path(), helped.equals("yes") ? "advice.helped" : "advice.ended");
    }

    /** Taken back before anybody answered. */
    @PostMapping("/question/{id}/removal")
    Answer destroy(Viewer viewer, @PathVariable QuestionId id) {
        var question = questions.find(viewer, id);
        if (!question.mine() || !question.waits() || question.answeredAt() != null) {
            throw new NotHere();
        }
        questions.withdraw(question);
        return new SeeOther(question.place().path("questions"), "advice.withdrawn");
    }
}
