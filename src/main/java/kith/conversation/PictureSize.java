package kith.conversation;

import java.util.stream.Stream;
import kith.page.NotHere;

/** The three widths in which a picture is kept: on a phone, in a post, and looked at closely. None is larger than what was brought. */
enum PictureSize {
    SMALL(320),
    MIDDLE(960),
    LARGE(1920);

    private final int width;

    PictureSize(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /** A picture of {@code width} and {@code height} in this size. A tall one, such as a screen with a long conversation, may be twice as high as it is wide. */
    Extent fit(int width, int height) {
        var scale = Math.min(1, Math.min((double) this.width / width, 2.0 * this.width / height));
        return new Extent(Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }

    /** How wide and how high. */
    record Extent(int width, int height) {}

    static PictureSize of(int width) {
        return Stream.of(values())
                .filter(size -> size.width == width)
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
