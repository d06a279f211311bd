package kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** What imagined people write: sentences of the demonstration house put together anew, as long as posts are, with a rare word now and then. */
final class Prose {
    private static final Pattern BODY = Pattern.compile("\"(?:body|title)\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String[] SYLLABLES =
            "ba co di fe ga hu jo ka li mo ne pa ri so ta vu we zo mar len tis dol phen rol".split(" ");
    /** A post has about 75 words, in the middle about 45, and now and then a thousand. */
    private static final double WORDS = 75;

    private static final double WORDS_SIGMA = 1.0;
    private static final int MOST_WORDS = 3_000;

    private final List<String> sentences = new ArrayList<>();

    /** A post as it was typed, and as it is shown. */
    record Text(String body, String html) {}

    Prose(Path demo) throws IOException {
        try (var files = Files.newDirectoryStream(demo, "*.jsonl")) {
            for (var file : files) {
                BODY.matcher(Files.readString(file)).results().forEach(found -> split(found.group(1)));
            }
        }
        sentences.sort(null);
    }

    private void split(String body) {
        if (!body.contains("\\u")) {
            for (var sentence : body.replace("\\n", " ").replace("\\\"", "\"").split("(?<=[.!?])\\s+")) {
                if (sentence.length() > 12 && sentence.chars().noneMatch(c -> "\\<>*_[]#`&|~".indexOf(c) >= 0)) {
                    sentences.add(sentence.strip());
                }
            }
        }
    }

    String title(Random random) {
        var title = sentence(random);
        return title.length() > 90 ? title.substring(0, title.lastIndexOf(' ', 90)) : title;
    }

    Text post(Random random) {
        var words = Math.clamp((int) Participation.lognormal(WORDS, WORDS_SIGMA, random), 4, MOST_WORDS);
        var body = new StringBuilder();
        var html = new StringBuilder();
        if (random.nextInt(8) == 0) {
            var quoted = sentence(random);
            body.append("> ").append(quoted).append("\n\n");
            html.append("<blockquote>\n<p>").append(escaped(quoted)).append("</p>\n</blockquote>\n");
        }
        while (words > 0) {
            var paragraph = new StringBuilder();
            for (var n = 0; n < 4 && words > 0; n++) {
                var next = sentence(random);
                words -= next.split(" ").length;
                paragraph.append(n == 0 ? "" : " ").append(next);
            }
            body.append(body.isEmpty() || body.charAt(body.length() - 1) == '\n' ? "" : "\n\n").append(paragraph);
            html.append("<p>").append(escaped(paragraph.toString())).append("</p>\n");
        }
        return new Text(body.toString(), html.toString());
    }

    private String sentence(Random random) {
        var sentence = sentences.get(random.nextInt(sentences.size()));
        return random.nextInt(20) == 0 ? sentence + " " + rare(random) + "." : sentence;
    }

    private static String rare(Random random) {
        var word = new StringBuilder();
        for (var n = 0; n < 4; n++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&#34;").replace("'", "&#39;");
    }
}
