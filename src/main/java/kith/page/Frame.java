package kith.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that surrounds one page for one reader: language, times, who they are, where they are, the ways on from here, and the secrets that a page needs to be
 * safe (the CSRF token of its forms, the nonce of its scripts).
 */
public final class Frame {
    /** The faces that a member can choose from, each drawn in {@code glyphs.svg}. */
    public static final List<String> FACES =
            List.of("fern", "wave", "stone", "kite", "lamp", "river", "moon", "leaf", "shell", "bird", "hill", "sun");

    /** The reader as the frame shows them. */
    public record Person(String name, String face, @Nullable String picture, boolean operator) {}

    /** The community around the page: its name, where its front door is, and the look that its pack chose. */
    public record Place(String name, String slug, String look, String motif) {}

    /**
     * The colours that a community's pack chose, by day and by night, each {@code #rrggbb}: its accent, the soft form of it, and the paper of the page.
     */
    public record Colours(
            String accent, String soft, String paper, String accentByNight, String softByNight, String paperByNight) {
        public Colours {
            if (!Stream.of(accent, soft, paper, accentByNight, softByNight, paperByNight)
                    .allMatch(colour -> colour.matches("#[0-9a-fA-F]{6}"))) {
                throw new IllegalArgumentException("not a colour");
            }
        }

        /** One rule of a style sheet; safe to write as it is, because all that is in it was checked. */
        public String css() {
            return "html[data-look]{--kin:light-dark(%s,%s);--kin-soft:light-dark(%s,%s);--paper:light-dark(%s,%s)}"
                    .formatted(accent, accentByNight, soft, softByNight, paper, paperByNight);
        }
    }

    /** The way to what the reader is told: in how many topics there is news, and the name of its element for live pages. */
    public record Bell(String path, String id, int unread) {}

    /** A way on: a path, the phrase key of its label, the icon, and whether the reader is there now. */
    public record Way(String path, String key, String icon, boolean here, int fresh) {}

    private final Phrases phrases;
    private final Assets assets;
    private final Locale locale;
    private final Times times;
    private final String house;
    private final boolean demo;
    private final String path;
    private final String nonce;
    private final String csrf;
    private final @Nullable Person person;
    private final @Nullable Place place;
    private final List<Way> ways;
    private final @Nullable String notice;
    private final @Nullable String help;
    private final @Nullable Colours colours;
    private final @Nullable Bell bell;

    Frame(Framing framing, Phrases phrases, Assets assets, String path, String nonce, String csrf) {
        this.phrases = phrases;
        this.assets = assets;
        this.locale = framing.locale;
        this.times = new Times(phrases, framing.locale, framing.zone, Instant.now());
        this.house = framing.house;
        this.demo = framing.demo;
        this.path = path;
        this.nonce = nonce;
        this.csrf = csrf;
        this.person = framing.person;
        this.place = framing.place;
        this.ways = List.copyOf(framing.ways);
        this.notice = framing.notice;
        this.help = framing.help;
        this.colours = framing.colours;
        this.bell = framing.bell;
    }

    /** The phrase of a key in the reader's language, its places filled. */
    public String t(String key, Object... args) {
        return phrases.say(locale, key, args);
    }

    public String t(Refusal refusal) {
        return phrases.say(locale, refusal.key(), refusal.args().toArray());
    }

    public String language() {
        return locale.toLanguageTag();
    }

    public Times times() {
        return times;
    }

    public String ago(Instant at) {
        return times.ago(at);
    }

    /** The address of an asset, with the hash of its content. */
    public String asset(String name) {
        return assets.path(name);
    }

    public String house() {
        return house;
    }

    public boolean demo() {
        return demo;
    }

    public String path() {
        return path;
    }

    public String nonce() {
        return nonce;
    }

    public String csrf() {
        return csrf;
    }

    public @Nullable Person person() {
        return person;
    }

    public @Nullable Place place() {
        return place;
    }

    public List<Way> ways() {
        return ways;
    }

    /** The colours of the community around the page, or null where they are those of its look. */
    public @Nullable Colours colours() {
        return colours;
    }

    /** The bell, or null where nobody is signed in. */
    public @Nullable Bell bell() {
        return bell;
    }

    /** The path of the page for somebody who needs support now, or null where there is none. */
    public @Nullable String help() {
        return help;
    }

    /** The phrase key of a sentence shown once after an act, such as "Saved", or null. */
    public @Nullable String notice() {
        return notice;
    }
}
