package kith.conversation;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kith.identity.Ids;
import kith.page.Frame;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** Makes names for anonymous voices, such as “Somebody · morning fern”: by chance alone, so that nothing about the writer is in them. */
@Component
class Guises {
    private static final List<String> HOURS = List.of(
            "morning", "evening", "night", "silver", "winter", "summer", "forest", "mountain", "sea", "mist", "rain",
            "star", "garden", "field", "island", "north", "copper", "velvet");

    private final SecureRandom chance = new SecureRandom();
    private final Phrases phrases;

    Guises(Phrases phrases) {
        this.phrases = phrases;
    }

    /** One that nobody in the topic has yet; where all are taken, a number tells them apart. */
    Guise next(Locale language, Set<String> taken) {
        var all = Stream.iterate(1, n -> n + 1).flatMap(n -> round(language, n));
        return all.filter(guise -> !taken.contains(guise.name())).findFirst().orElseThrow();
    }

    private Stream<Guise> round(Locale language, int n) {
        var faces = new java.util.ArrayList<>(
                Frame.FACES.stream().flatMap(face -> HOURS.stream().map(hour -> List.of(hour, face))).toList());
        Collections.shuffle(faces, chance);
        return faces.stream().map(pair -> guise(language, pair.getFirst(), pair.getLast(), n));
    }

    private Guise guise(Locale language, String hour, String face, int n) {
        var thing = phrases.say(language, "conversation.guise." + face);
        var name = phrases.say(language, "conversation.guise." + hour, thing);
        var whole = phrases.say(language, "conversation.guise", name);
        return new Guise(Ids.next(), n == 1 ? whole : whole + " " + n, face, true);
    }
}
