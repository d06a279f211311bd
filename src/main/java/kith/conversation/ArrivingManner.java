package kith.conversation;

/** How something that moves in was said: under a voice of its topic, with a content note, in a language (a tag such as {@code de}), and whether it helped. */
public record ArrivingManner(boolean anonymous, String note, String language, boolean helped) {
    public static final ArrivingManner PLAIN = new ArrivingManner(false, "", "", false);

    Manner manner() {
        return Manner.read(language, "");
    }
}
