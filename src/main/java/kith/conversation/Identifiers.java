package kith.conversation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.community.Place;
import org.springframework.stereotype.Component;

/** What in somebody's own words may give them away, for other places where they write: asked once, as in a topic. */
@Component
public class Identifiers {
    private final Doubts doubts;

    Identifiers(Doubts doubts) {
        this.doubts = doubts;
    }

    /** The doubts about some fields that their writer has not been asked about; {@code veiled}: their own display name gives them away, too. */
    public List<Doubt> in(Place place, boolean veiled, String sure, Map<String, String> fields) {
        return doubts.about(place, veiled ? As.ANONYMOUS : As.NAME, sure, fields);
    }

    /** Everything in some fields that may give away who speaks anonymously; asked about or not. */
    public List<Doubt> every(Place place, Map<String, String> fields) {
        return doubts.every(place, fields);
    }

    /** What a form carries by which its writer says that they have seen these, too. */
    public static String sure(String before, List<Doubt> doubts) {
        return Stream.concat(Stream.of(before), doubts.stream().map(Doubt::sign))
                .filter(sign -> !sign.isEmpty())
                .collect(Collectors.joining(","));
    }
}
