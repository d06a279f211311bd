package kith.house;

/** A command line that cannot be understood. */
public final class UsageProblem extends HouseProblem {
    public UsageProblem(String sentence) {
        super(sentence);
    }
}
