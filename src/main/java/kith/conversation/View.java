package kith.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kith.community.Place;
import kith.page.NotHere;

/** The ways to look at a community's topics; those that are about the reader are for members. */
public enum View {
    RECENT,
    UNREAD,
    UNANSWERED,
    FOLLOWED,
    MINE;

    private static final List<View> OUTSIDE = List.of(RECENT, UNANSWERED);

    /** As addresses and phrases write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<View> in(Place place) {
        return place.member() ? List.of(values()) : OUTSIDE;
    }

    static View of(Place place, String word) {
        return word.isEmpty()
                ? RECENT
                : Arrays.stream(values())
                        .filter(view -> view.word().equals(word) && in(place).contains(view))
                        .findFirst()
                        .orElseThrow(NotHere::new);
    }
}
