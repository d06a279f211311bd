package kith.library;

/** An article as a list shows it. */
public record Leaf(ArticleId id, String title, String focus, String opening, String source, boolean due) {
    public String path() {
        return "/articles/" + id;
    }
}
