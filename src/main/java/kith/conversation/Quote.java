package kith.conversation;

import java.util.stream.Collectors;

/** Words of a post as somebody else's reply begins with them: each line marked, the voice named first, quotes within it left out. */
record Quote(String text) {
    private static final int LONGEST = 600;

    static Quote of(Post post) {
        var words = post.body().length() > LONGEST
                ? post.body().substring(0, LONGEST).strip() + " …"
                : post.body();
        var lines = words.lines()
                .filter(line -> !line.startsWith(">"))
                .collect(Collectors.joining("\n"))
                .strip();
        var name = post.author().gone() ? "" : "**" + escaped(post.author().name()) + ":** ";
        return new Quote((name + lines)
                .lines()
                .map(line -> line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n")));
    }

    /** The quote below what somebody has written already, with room for an answer. */
    String under(String body) {
        return body.contains(text) ? body : (body.isBlank() ? "" : body.stripTrailing() + "\n\n") + text + "\n\n";
    }

    private static String escaped(String name) {
        return name.replaceAll("([\\\\`*_\\[\\]<>~#!])", "\\\\$1");
    }
}
