package kith.community;

import java.util.List;

/** Implemented by a module that has pages in every community: the ways to them for one viewer, ordered by {@code @Order}. */
public interface PlaceWays {
    /**
     * A way on from a community's pages: its path, the phrase key of its label, its icon, how much there is fresh or due, and the beginnings of further paths
     * that belong to it, such as {@code /topics/}.
     */
    record Way(String path, String key, String icon, int fresh, List<String> further) {
        public Way(String path, String key, String icon, int fresh) {
            this(path, key, icon, fresh, List.of());
        }

        boolean leads(String to) {
            return to.equals(path)
                    || to.startsWith(path + "/")
                    || further.stream().anyMatch(to::startsWith);
        }
    }

    List<Way> ways(Place place);
}
