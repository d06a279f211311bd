package kith.bench;

/** How big a house is. */
record Size(int members, int posts, int communities) {
    static final Size TINY = new Size(300, 2_000, 4);
    static final Size USUAL = new Size(64_000, 578_000, 12);
    static final Size LARGE = new Size(640_000, 6_400_000, 12);

    @Override
    public String toString() {
        return "%,d members, %,d posts".formatted(members, posts);
    }
}
