package kith.notification;

/** How somebody is told of a kind of news. */
enum Way {
    NONE,
    HOUSE,
    DIGEST,
    AT_ONCE;

    /** The end of its phrases' keys. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
