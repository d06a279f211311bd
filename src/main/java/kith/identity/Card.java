package kith.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others see of a member: the display name they chose and their face ({@code face} from the set, or the address of an uploaded {@code picture}). Read from
 * the published view {@code identity.card(id, name, face, picture_id)}; {@code name} is empty for somebody who is gone.
 */
public record Card(
        @Nullable MemberId id,
        String name,
        String face,
        @Nullable String picture) {
    public static final Card NOBODY = new Card(null, "", "stone", null);

    /** A card from the columns of the view {@code identity.card}, all null where a left join found none. */
    public static Card of(@Nullable UUID id, @Nullable String name, @Nullable String face, @Nullable UUID picture) {
        return id == null || name == null
                ? NOBODY
                : new Card(
                        new MemberId(id),
                        name,
                        face == null ? "stone" : face,
                        picture == null ? null : "/pictures/" + picture);
    }

    public boolean gone() {
        return name.isEmpty();
    }
}
