package kith.practitioner;

import java.util.Set;
import kith.identity.MemberId;

/** Somebody who may advise: {@code scope} are section slugs of the pack (none: all of them), {@code languages} are tags such as {@code de}. */
public record Practitioner(
        MemberId who, String profession, Set<String> scope, Set<String> languages, Boundaries bounds) {
    /** Whether a section is theirs to speak about, and they take it. */
    public boolean takes(String section) {
        return (scope.isEmpty() || scope.contains(section))
                && !bounds.declined().contains(section);
    }
}
