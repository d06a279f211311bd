package kith.house;

/** Something that only the operator can put right, said in one sentence that is printed without a stack trace. */
public class HouseProblem extends RuntimeException {
    public HouseProblem(String sentence) {
        super(sentence);
    }

    public HouseProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
