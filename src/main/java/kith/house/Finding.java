package kith.house;

/** One line of what the doctor saw. */
public record Finding(Grade grade, String text) {
    /** How bad it is. */
    public enum Grade {
        OK("✓"),
        WARN("!"),
        WRONG("✗");

        private final String sign;

        Grade(String sign) {
            this.sign = sign;
        }
    }

    public static Finding ok(String text) {
        return new Finding(Grade.OK, text);
    }

    /** Works, but not as it should; the text says what to do. */
    public static Finding warn(String text) {
        return new Finding(Grade.WARN, text);
    }

    /** Does not work; the text says what to do. */
    public static Finding wrong(String text) {
        return new Finding(Grade.WRONG, text);
    }

    @Override
    public String toString() {
        return "  %s %-5s %s".formatted(grade.sign, grade.name().toLowerCase(java.util.Locale.ROOT), text);
    }
}
