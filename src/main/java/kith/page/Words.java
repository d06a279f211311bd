package kith.page;

/**
 * What a person wrote, rendered: {@code html} is clean and shown as it is (nothing is put into it later), {@code plain} the same words without marks, for
 * openings and searches.
 */
public record Words(String html, String plain) {
    /** The first words in one line, at most {@code most} characters, cut between words. */
    public String opening(int most) {
        var line = plain.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        var cut = line.substring(0, line.offsetByCodePoints(0, most));
        var space = cut.lastIndexOf(' ');
        return (space > most / 2 ? cut.substring(0, space) : cut).strip() + "…";
    }
}
