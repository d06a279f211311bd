package kith.community;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes a community what it is, as read from one file: immutable, checked, and shaped like {@code pack.schema.json}. Texts
 * named {@code text}, {@code welcome} and a plan's {@code description} are Markdown and must be rendered and sanitised.
 */
public record Pack(
        String id,
        int version,
        String language,
        String name,
        String tagline,
        Look look,
        Words words,
        String welcome,
        Joining joining,
        Visibility visibility,
        int minimumAge,
        Guidelines guidelines,
        List<Step> onboarding,
        List<Section> sections,
        List<ContentNote> contentNotes,
        List<Tracker> trackers,
        List<Milestone> milestones,
        List<PlanTemplate> planTemplates,
        Promises promises,
        Map<String, CrisisHelp> crisisLines,
        List<Screening> screening,
        List<PlaybookEntry> playbook,
        Map<String, BigDecimal> standardDrinks,
        List<Card> cards,
        @Nullable Practitioners practitioners) {

    /** What it asks of whoever checks practitioners. */
    public record Practitioners(boolean secondCheck, boolean secondReader) {}

    /** Whether a second person confirms before somebody speaks as a practitioner. */
    public boolean secondCheck() {
        return practitioners != null && practitioners.secondCheck();
    }

    /** Whether another practitioner reads an answer before it goes out. */
    public boolean secondReader() {
        return practitioners != null && practitioners.secondReader();
    }

    /** Which pack exactly: a community says which edition it runs. */
    public record Edition(String id, String language, int version) {}

    /** How the community looks: a drawn motif and a closed set of colours for day and night. */
    public record Look(Motif motif, Colours light, Colours dark) {}

    /** The drawn pattern behind the heading. */
    public enum Motif {
        WEAVE,
        DAWN,
        TIDE,
        GARDEN,
        LANTERN,
        PATH
    }

    /** Colours as {@code #rrggbb}; their contrast with the house's ink has been checked. */
    public record Colours(String accent, String accentSoft, String paper) {}

    /** What things are called here; {@code greeting} holds {@code {name}}. */
    public record Words(
            String member,
            String members,
            String supporter,
            String greeting,
            String startTopic,
            String topicHint,
            String reply,
            String replyHint,
            String setback,
            String emptySection,
            String farewell) {}

    /** How one becomes a member. */
    public enum Joining {
        OPEN,
        REQUEST,
        INVITATION
    }

    /** Who can read. */
    public enum Visibility {
        PRIVATE,
        OPEN_TO_READ
    }

    /** What members promise each other; a new version is acknowledged again. */
    public record Guidelines(int version, String text, List<Rule> rules) {}

    /** One rule, short enough to be named in a decision. */
    public record Rule(String id, String text) {}

    /** One of the three small pages of joining. */
    public record Step(String id, String name, String text, List<Question> questions) {}

    /** What a step asks, and why; {@code sharing} is only where the member's own choice starts. */
    public record Question(
            String id,
            Answer kind,
            String ask,
            String why,
            List<Choice> options,
            @Nullable String unit,
            boolean optional,
            Sharing sharing) {}

    /** What kind of answer a question takes. */
    public enum Answer {
        SINGLE,
        MULTIPLE,
        TEXT,
        DATE,
        NUMBER,
        MONEY
    }

    /** One answer to choose; its id is stored. */
    public record Choice(String id, String name) {}

    /** Who sees an answer. */
    public enum Sharing {
        PRIVATE,
        SHARED
    }

    /** One room of the community; {@code contentNote} is what a new topic here starts with. */
    public record Section(
            String slug,
            String name,
            String description,
            SectionKind kind,
            @Nullable String contentNote) {}

    /** How a section behaves. */
    public enum SectionKind {
        TALK,
        QUESTIONS,
        WINS
    }

    /** A gentle label on what not everybody wants to read today. */
    public record ContentNote(String id, String name, String text) {}

    /** Something a member may follow about themselves. */
    public record Tracker(
            String id, String name, String ask, Scale scale, List<Item> items, String source, Licence licence) {}

    /** How a tracker is measured, bounds included. */
    public record Scale(
            ScaleKind kind, int min, int max, @Nullable String unit, Better better, List<Label> labels) {}

    /** How a value is entered. */
    public enum ScaleKind {
        STEPS,
        COUNT,
        MINUTES,
        AMOUNT,
        QUESTIONNAIRE
    }

    /** Which direction of a scale is the good one. */
    public enum Better {
        LOWER,
        HIGHER,
        NEITHER
    }

    /** Words for one point of a scale. */
    public record Label(int at, String text) {}

    /** One item of a questionnaire and its scored answers. */
    public record Item(String ask, List<Label> answers) {}

    /** Why a scale may be shipped. */
    public enum Licence {
        OWN,
        FREE,
        PUBLIC_DOMAIN
    }

    /** A mark to be glad about; a lapse never takes it away. */
    public record Milestone(
            String id,
            String name,
            String text,
            Counts counts,
            int target,
            @Nullable String tracker) {}

    /** What a milestone counts. */
    public enum Counts {
        TOTAL_DAYS,
        BEST_RUN,
        CHECK_INS,
        AMOUNT
    }

    /** A care plan to start from, in FHIR's words. */
    public record PlanTemplate(
            String id, String name, String description, int weeks, List<Goal> goals, List<Activity> activities) {}

    /** What a plan is for. */
    public record Goal(String id, String description) {}

    /** One step of a plan and the goal that it serves. */
    public record Activity(String id, String goal, String description, Timing timing) {}

    /** When an activity is due: {@code frequency} times in {@code period} units, in weeks counted from 1, bounds included. */
    public record Timing(
            int fromWeek,
            int untilWeek,
            int frequency,
            int period,
            PeriodUnit periodUnit,
            List<Day> dayOfWeek,
            List<LocalTime> timeOfDay) {}

    /** FHIR's units of time. */
    public enum PeriodUnit {
        H,
        D,
        WK,
        MO
    }

    /** FHIR's days of the week. */
    public enum Day {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN
    }

    /** Which hours a promise counts: all of them, or those in which the community is open. */
    public enum Counting {
        ELAPSED,
        WORKING
    }

    /** How soon a person is there; all longer than nothing. {@code counts}: by a promise's key, such as {@code first_reply}. */
    public record Promises(
            String source,
            Duration firstReply,
            Duration welcome,
            Duration question,
            Duration report,
            Duration dangerousAdvice,
            Duration crisisStaffed,
            Duration crisisOtherwise,
            Duration red,
            Duration amber,
            Map<String, Counting> counts,
            @Nullable Opening opening) {
        /** When something that is promised within this time is due; {@code key} as in the file. */
        public Instant due(String key, Duration within, Instant since) {
            return opening != null && working(key) ? opening.after(since, within) : since.plus(within);
        }

        public boolean working(String key) {
            return opening != null && counts.get(key) == Counting.WORKING;
        }
    }

    /** Where help is in one country. */
    public record CrisisHelp(String emergency, String advice, List<Line> lines) {}

    /** A telephone, text or online line, with at least one way to reach it; {@code checked} is null where nobody has yet. */
    public record Line(
            String name,
            About about,
            @Nullable String phone,
            @Nullable String text,
            @Nullable String url,
            String hours,
            List<String> languages,
            @Nullable LocalDate checked) {}

    /** What a line is for. */
    public enum About {
        CRISIS,
        SUPPORT
    }

    /** Words that ask a person to look; see {@link ScreeningWords} for how they match. */
    public record Screening(String id, Risk risk, String why, List<String> patterns, List<String> unless) {
        public boolean matches(String text) {
            return ScreeningWords.of(this).in(text);
        }
    }

    /** How soon a person looks. */
    public enum Risk {
        CRISIS,
        RED,
        AMBER
    }

    /** What an experienced manager does in a situation. */
    public record PlaybookEntry(String id, String title, String when, List<String> steps) {}

    /** A fixed text that nobody has to find words for, and what brings it up. */
    public record Card(String id, String title, String text, List<String> sections, List<String> screening) {}

    public Edition edition() {
        return new Edition(id, language, version);
    }

    public Optional<Section> section(String slug) {
        return sections.stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    public Optional<Question> question(String id) {
        return onboarding.stream()
                .flatMap(step -> step.questions().stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    public Optional<Tracker> tracker(String id) {
        return trackers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<ContentNote> contentNote(String id) {
        return contentNotes.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<PlanTemplate> planTemplate(String id) {
        return planTemplates.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<Card> card(String id) {
        return cards.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public List<Card> cardsIn(Section section) {
        return cards.stream()
                .filter(each -> each.sections().contains(section.slug()))
                .toList();
    }

    /** Help in a country (ISO 3166-1, two capitals), or what is true everywhere. */
    public CrisisHelp crisisHelp(String country) {
        var help = crisisLines.getOrDefault(country, crisisLines.get("default"));
        return java.util.Objects.requireNonNull(help, "a checked pack has default crisis help");
    }

    /** Grams of pure alcohol in one standard drink of a country, or of the pack's default; empty where the pack counts none. */
    public Optional<BigDecimal> standardDrink(String country) {
        return Optional.ofNullable(standardDrinks.getOrDefault(country, standardDrinks.get("default")));
    }
}
