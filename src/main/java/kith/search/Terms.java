package kith.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.community.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What typed words mean in a community, and what a mistyped one may have meant: only words that somebody says there where every reader sees it. */
@Component
class Terms {
    /** From here on a word is taken to be said without looking: not so many vanish between two readings. */
    private static final int SURELY = 20;

    private final JdbcClient sql;

    Terms(JdbcClient sql) {
        this.sql = sql;
    }

    /** The index of one community: the number before its words and about how many documents there are. */
    record Shelf(int number, int documents) {}

    /** A word that a mistyped one may have meant. */
    private record Near(String word, double like, int documents) {}

    Optional<Shelf> shelf(Place place) {
        return sql.sql("select number, documents from search.place where community_id = :community")
                .param("community", community(place))
                .query((row, n) -> new Shelf(row.getInt("number"), row.getInt("documents")))
                .optional();
    }

    Map<String, Term> of(Place place, Shelf shelf, List<String> typed) {
        var terms = new HashMap<String, Term>();
        sql.sql("""
                        select t.typed, t.forms, coalesce(max(w.documents), 0) as documents,
                               coalesce(max(w.documents), 0) >= :surely or search.said(:number, t.forms) as said
                        from (select typed, search.forms(:languages, typed) as forms from unnest(:typed::text[]) typed) t
                        left join search.word w on w.community_id = :community and w.word = any (t.forms)
                        group by t.typed, t.forms
                        """)
                .param("surely", SURELY)
                .param("number", shelf.number())
                .param("languages", languages(place))
                .param("typed", typed.toArray(String[]::new))
                .param("community", community(place))
                .query((row, n) -> term(row))
                .list()
                .forEach(term -> terms.put(term.typed(), term));
        return terms;
    }

    /** The word most like one that nobody says, of those that somebody says. */
    Optional<String> meant(Place place, Shelf shelf, String typed) {
        return typed.length() < 4
                ? Optional.empty()
                : sql
                        .sql("""
                        select n.word, n.documents, n.like from (
                            select w.word, w.documents, search.similarity(w.word, k.key) as like
                            from (select lower(search.unaccent(:typed)) as key) k
                            join search.word w on w.community_id = :community and w.word operator(search.%) k.key
                            order by 3 desc, 2 desc limit 12) n
                        where search.said(:number, array[n.word]) order by n.like desc, n.documents desc
                        """)
                        .param("typed", typed)
                        .param("community", community(place))
                        .param("number", shelf.number())
                        .query((row, n) ->
                                new Near(row.getString("word"), row.getDouble("like"), row.getInt("documents")))
                        .list()
                        .stream()
                        .filter(near -> Distance.of(typed, near.word()) <= slips(typed))
                        .min(java.util.Comparator.<Near>comparingInt(near -> Distance.of(typed, near.word()))
                                .thenComparing(near -> -near.documents()))
                        .map(Near::word);
    }

    /** How many slips are forgiven. */
    private static int slips(String typed) {
        return typed.length() < 10 ? 1 : typed.length() < 15 ? 2 : 3;
    }

    static String language(Place place) {
        return place.community().language().getLanguage().equals("de") ? "german" : "english";
    }

    /** The community's language first, and the reader's, who may type in it. */
    private static String[] languages(Place place) {
        var reader = place.viewer().locale().getLanguage().equals("de") ? "german" : "english";
        return new LinkedHashSet<>(java.util.Arrays.asList(language(place), reader)).toArray(String[]::new);
    }

    private static UUID community(Place place) {
        return place.community().id().value();
    }

    private static Term term(ResultSet row) throws SQLException {
        var forms = Arrays.asList((String[]) row.getArray("forms").getArray());
        return new Term(
                row.getString("typed").toLowerCase(Locale.ROOT),
                forms,
                row.getInt("documents"),
                row.getBoolean("said"));
    }
}
