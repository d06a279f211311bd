package kith.community;

import java.util.UUID;

/** The id of a community. */
public record CommunityId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
