package kith.moderation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.springframework.stereotype.Component;

/** All that can be reported, by kind. */
@Component
class Reportables {
    /** A thing that its viewer can report. */
    record Subject(String kind, UUID id, Reportable.Snapshot snapshot) {}

    private final Map<String, Reportable> kinds;

    Reportables(List<Reportable> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(Reportable::kind, Function.identity()));
    }

    /** What the viewer wants to report; what they cannot see is not there. */
    Subject find(Viewer viewer, String kind, String id) {
        return kind(kind)
                .flatMap(known -> uuid(id).flatMap(
                                key -> known.snapshot(viewer, key).map(snapshot -> new Subject(kind, key, snapshot))))
                .orElseThrow(NotHere::new);
    }

    /** The subject that an address names, as {@code ?post=…} does. */
    Subject find(Viewer viewer, Map<String, String> named) {
        return named.entrySet().stream()
                .filter(entry -> kinds.containsKey(entry.getKey()))
                .findFirst()
                .map(entry -> find(viewer, entry.getKey(), entry.getValue()))
                .orElseThrow(NotHere::new);
    }

    Optional<Reportable> kind(String kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
