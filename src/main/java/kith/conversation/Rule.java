package kith.conversation;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import kith.community.Membership;
import kith.community.Place;
import kith.page.Refusal;

/** One reason for which something is not published, by name; its phrase is {@code conversation.refusal.<name>}. */
enum Rule {
    NOT_A_MEMBER("", wish -> !wish.place().member()),
    PAUSED("", wish -> paused(wish.place())),
    GUIDELINES_NOT_ACKNOWLEDGED("", wish -> unread(wish.place())),
    CLOSED_TOPIC("", Writing::closed),
    SECTION_GONE("section", Writing::sectionGone),
    TITLE_TOO_SHORT("title", wish -> characters(title(wish)) < Rule.SHORTEST_TITLE),
    TITLE_TOO_LONG("title", wish -> characters(title(wish)) > Rule.LONGEST_TITLE),
    EMPTY("body", wish -> wish.body().isBlank()),
    TOO_LONG("body", wish -> characters(wish.body()) > Rule.LONGEST_BODY),
    VOICE_RESTS("as", wish -> wish.speaking().refused()),
    VOICE_UNDECIDED("as", wish -> wish.speaking().undecided()),
    VOICE_UNPROVEN("as", wish -> wish.speaking().unproven());

    static final int SHORTEST_TITLE = 3;
    static final int LONGEST_TITLE = 140;
    /** About seven printed pages: longer is an article, and belongs to the library. */
    static final int LONGEST_BODY = 20_000;

    private final String field;
    private final Predicate<Writing> broken;

    Rule(String field, Predicate<Writing> broken) {
        this.field = field;
        this.broken = broken;
    }

    boolean breaks(Writing wish) {
        return broken.test(wish);
    }

    Refusal refusal() {
        return Refusal.in(
                field,
                "conversation.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-'),
                LONGEST_BODY,
                SHORTEST_TITLE,
                LONGEST_TITLE);
    }

    private static boolean paused(Place place) {
        return place.member() && Objects.requireNonNull(place.membership()).standing() == Membership.Standing.PAUSED;
    }

    private static boolean unread(Place place) {
        return place.member()
                && Objects.requireNonNull(place.membership()).guidelines()
                        < place.community().guidelinesVersion();
    }

    private static String title(Writing wish) {
        return Objects.requireNonNullElse(wish.title(), "").strip();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
