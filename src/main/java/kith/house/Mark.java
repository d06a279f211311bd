package kith.house;

/** What the operator asked the house to be; a demo house and a real one never become each other. */
enum Mark {
    DEMO,
    REAL,
    EITHER;

    void check(Home home, boolean demo) {
        if (this == REAL && demo) {
            throw new HouseProblem("%s holds a demo house, which cannot become a real one: start it with --demo, or"
                            .formatted(home.path())
                    + " choose another home.");
        }
        if (this == DEMO && !demo) {
            throw new HouseProblem("%s holds a real house, which cannot become a demo: start it without --demo, or"
                            .formatted(home.path())
                    + " choose another home.");
        }
    }
}
