package kith.library;

import java.util.UUID;

/** The id of an article. */
public record ArticleId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
