package kith.identity;

import java.util.UUID;

/** The id of an account, never reused. */
public record MemberId(UUID value) {
    public static MemberId next() {
        return new MemberId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
