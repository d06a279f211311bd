package kith.community;

import java.util.UUID;

/** The id of a section. */
public record SectionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
