package kith.community;

import java.util.List;

/** Implemented by a module that has pages in every community: the ways to them for one viewer, ordered by {@code @Order}. */
public interface PlaceWays {
    /** A way on from a community's pages: its path, the phrase key of its label, its icon, and how much there is fresh or due. */
    record Way(String path, String key, String icon, int fresh) {}

    List<Way> ways(Place place);
}
