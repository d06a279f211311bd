package kith.identity;

import java.util.List;

/** The set of faces to choose from; each is a colour and a shape in the style sheets. */
final class Faces {
    static final List<String> ALL = kith.page.Frame.FACES;

    private Faces() {}

    /** A face to begin with, so that newcomers do not all look alike. */
    static String first(String key) {
        return ALL.get(Math.floorMod(key.hashCode(), ALL.size()));
    }
}
