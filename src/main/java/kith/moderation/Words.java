package kith.moderation;

/** Words that somebody sent, as the database can hold them. */
final class Words {
    private Words() {}

    static String clean(String sent) {
        return sent.replace("\0", "").strip();
    }
}
