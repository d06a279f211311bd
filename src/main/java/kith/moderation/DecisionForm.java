package kith.moderation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a host decides, as they typed it; {@code until} is the last day of a pause. */
public record DecisionForm(String kind, String toReporter, String toWriter, String until) {
    static final DecisionForm EMPTY = new DecisionForm("", "", "", "");

    static DecisionForm of(Map<String, String> sent) {
        return new DecisionForm(
                sent.getOrDefault("kind", ""),
                Words.clean(sent.getOrDefault("toReporter", "")),
                Words.clean(sent.getOrDefault("toWriter", "")),
                sent.getOrDefault("until", ""));
    }

    /** The choice, where one was made; days end in the zone of the host who names them. */
    Optional<Choice> choice(ZoneId zone) {
        return Arrays.stream(Decision.Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known ->
                        new Choice(known, toReporter, toWriter, known == Decision.Kind.PAUSE ? endOfDay(zone) : null));
    }

    private @Nullable Instant endOfDay(ZoneId zone) {
        try {
            return LocalDate.parse(until).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
