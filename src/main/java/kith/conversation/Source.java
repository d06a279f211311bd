package kith.conversation;

/** Where words that were not written here come from: a line to show, the address of the original, and its licence; all empty for a member's own words. */
public record Source(String text, String url, String licence) {
    public static final Source OWN = new Source("", "", "");

    public Source {
        url = url.matches("https?://\\S+") ? url : "";
    }

    public boolean given() {
        return !text.isEmpty() || !url.isEmpty();
    }

    /** What to call it: its line, else its address. */
    public String line() {
        return text.isEmpty() ? url : text;
    }
}
