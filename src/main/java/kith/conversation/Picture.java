package kith.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A picture in a post, or with a draft where {@code post} is null: what its writer says can be seen on it, whether it only decorates, and how wide and high its
 * large size is.
 */
public record Picture(
        UUID id, @Nullable PostId post, String alt, boolean decorative, boolean asked, int width, int height) {
    /** Whether nobody has said what can be seen, and nobody has been asked. */
    boolean unsaid() {
        return alt.isEmpty() && !decorative && !asked;
    }

    /** The name of the field that says what can be seen. */
    public String field() {
        return "alt-" + id;
    }

    /** The address of the large size. */
    public String path() {
        return path(PictureSize.LARGE);
    }

    public String small() {
        return path(sizes().getFirst());
    }

    /** All sizes for a browser to choose from. */
    public String srcset() {
        return sizes().stream()
                .map(size -> path(size) + " " + size.fit(width, height).width() + "w")
                .collect(Collectors.joining(", "));
    }

    private String path(PictureSize size) {
        return "/post-pictures/" + id + "/" + size.width();
    }

    /** The sizes that are kept of it, the smallest first: those that are smaller than its large one, and that. */
    private List<PictureSize> sizes() {
        var sizes = new ArrayList<PictureSize>();
        for (var size : PictureSize.values()) {
            if (size == PictureSize.LARGE || size.fit(width, height).width() < width) {
                sizes.add(size);
            }
        }
        return sizes;
    }
}
