package kith.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kith.community.Place;
import kith.page.Markdown;
import kith.search.Find.Piece;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cuts out of texts where they say what was asked. */
@Component
class Snippets {
    /** Two characters that no text has stand around each hit, so that words stay words: whoever shows them escapes them. */
    private static final String FROM = "\uE000";

    private static final String TO = "\uE001";
    private static final int READ = 20_000;
    private static final Pattern MARKS = Pattern.compile("[" + FROM + TO + "]");
    private static final String OPTIONS =
            "StartSel=%s, StopSel=%s, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=\" … \""
                    .formatted(FROM, TO);

    private final JdbcClient sql;

    Snippets(JdbcClient sql) {
        this.sql = sql;
    }

    List<Find> cut(Place place, Question question, List<Find> finds) {
        var texts = finds.stream().map(find -> plain(find.words())).toArray(String[]::new);
        var cut = sql.sql("""
                        select ts_headline(:config::regconfig, t.text, :forms::tsquery, :options)
                        from unnest(:texts::text[]) with ordinality t(text, n) order by t.n
                        """)
                .param("config", "search." + Terms.language(place))
                .param("forms", question.forms())
                .param("options", OPTIONS)
                .param("texts", texts)
                .query(String.class)
                .list();
        var all = new ArrayList<Find>();
        for (var i = 0; i < finds.size(); i++) {
            all.add(finds.get(i).with(pieces(cut.get(i))));
        }
        return all;
    }

    private static String plain(String words) {
        var read = words.substring(0, Math.min(READ, words.length()));
        return MARKS.matcher(Markdown.render(read).plain()).replaceAll("").replaceAll("\\s+", " ");
    }

    static List<Piece> pieces(String cut) {
        var pieces = new ArrayList<Piece>();
        for (var part : cut.split(FROM, -1)) {
            var end = part.indexOf(TO);
            if (end >= 0) {
                pieces.add(new Piece(part.substring(0, end), true));
            }
            if (end + 1 < part.length()) {
                pieces.add(new Piece(part.substring(end + 1), false));
            }
        }
        return pieces;
    }
}
