package kith.community;

/** One thing that is wrong with a pack: where (line and column from 1), and why, in words for its author. */
public record PackProblem(String file, int line, int column, String reason) {
    public String sentence() {
        return "%s, line %d: %s".formatted(file, line, reason);
    }
}
