package kith.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kith.community.Place;
import kith.community.Role;
import kith.page.Refusal;
import kith.page.Refusals;

/** What keeps a host from a decision; {@code newer} is whether a later case on the same thing is open. */
record DecisionRules(Place host, Case file, Role writer, boolean hideable, boolean newer, Instant now) {
    /** A pause is a rest, not an expulsion in disguise: after three months people talk to each other again. */
    static final Duration LONGEST_PAUSE = Duration.ofDays(90);

    static final int LONGEST_WORDS = 2_000;

    Refusals refuse(Choice choice) {
        var whole = notAboutYourself().or(() -> onlyWhatIsOpen(choice));
        return whole.isPresent()
                ? Refusals.of(whole.get())
                : Refusals.gather(
                        whatCanBeHidden(choice),
                        aWriterOfTheHouse(choice),
                        managersAlonePauseHosts(choice),
                        aDateToWriteAgain(choice),
                        aWordToTheReporters(choice),
                        aWordToTheWriter(choice),
                        inFewWords(choice));
    }

    private Optional<Refusal> notAboutYourself() {
        return when(file.concerns(host.self()), "", "moderation.refused.yourself");
    }

    private Optional<Refusal> onlyWhatIsOpen(Choice choice) {
        return switch (choice.kind()) {
            case UNDO ->
                when(file.open(), "", "moderation.refused.nothing-to-undo")
                        .or(() -> when(newer, "", "moderation.refused.newer"));
            case LIFT -> when(!file.pausing(), "", "moderation.refused.nothing-to-lift");
            default -> when(!file.open(), "", "moderation.refused.decided");
        };
    }

    private Optional<Refusal> whatCanBeHidden(Choice choice) {
        return when(choice.kind() == Decision.Kind.HIDE && !hideable, "kind", "moderation.refused.hide");
    }

    private Optional<Refusal> aWriterOfTheHouse(Choice choice) {
        var needs = choice.kind() == Decision.Kind.TALK || choice.kind() == Decision.Kind.PAUSE;
        return when(needs && file.about().gone(), "kind", "moderation.refused.nobody");
    }

    /** Not where the writer spoke anonymously: a refusal would say that it was a host. */
    private Optional<Refusal> managersAlonePauseHosts(Choice choice) {
        return when(
                choice.kind() == Decision.Kind.PAUSE && !file.veiled() && writer.hosts() && !host.manages(),
                "kind",
                "moderation.refused.host");
    }

    private Optional<Refusal> aDateToWriteAgain(Choice choice) {
        var until = choice.until();
        return when(
                choice.kind() == Decision.Kind.PAUSE
                        && (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST_PAUSE))),
                "until",
                "moderation.refused.until");
    }

    private Optional<Refusal> aWordToTheReporters(Choice choice) {
        return when(
                choice.kind() == Decision.Kind.NOTHING && choice.toReporter().isEmpty(),
                "toReporter",
                "moderation.refused.to-reporter");
    }

    private Optional<Refusal> aWordToTheWriter(Choice choice) {
        var needs = switch (choice.kind()) {
            case TALK, HIDE, PAUSE -> !file.about().gone();
            case NOTHING, LIFT, UNDO -> false;
        };
        return when(needs && choice.toWriter().isEmpty(), "toWriter", "moderation.refused.to-writer");
    }

    private Optional<Refusal> inFewWords(Choice choice) {
        return when(choice.toReporter().length() > LONGEST_WORDS, "toReporter", "moderation.refused.long")
                .or(() -> when(choice.toWriter().length() > LONGEST_WORDS, "toWriter", "moderation.refused.long"));
    }

    private static Optional<Refusal> when(boolean refused, String field, String key) {
        return refused ? Optional.of(Refusal.in(field, key)) : Optional.empty();
    }
}
