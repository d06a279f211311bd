package kith.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.community.Place;
import kith.community.SectionId;
import kith.conversation.FoundPosts;
import kith.conversation.Tongues;
import kith.library.FoundArticles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for what somebody asks in the place that they stand in, and shows it as they may see it. */
@Component
class Search {
    static final int PAGE = 10;
    /** Fewer than these with all the words, and what has some of them is shown, too. */
    private static final int FEW = 3;

    private static final int LONG = 6;

    private final Terms terms;
    private final Ranking ranking;
    private final Snippets snippets;
    private final FoundPosts posts;
    private final FoundArticles articles;
    private final Tongues tongues;
    private final JdbcClient sql;
    private final Clock clock;

    Search(
            Terms terms,
            Ranking ranking,
            Snippets snippets,
            FoundPosts posts,
            FoundArticles articles,
            Tongues tongues,
            JdbcClient sql,
            Clock clock) {
        this.terms = terms;
        this.ranking = ranking;
        this.snippets = snippets;
        this.posts = posts;
        this.articles = articles;
        this.tongues = tongues;
        this.sql = sql;
        this.clock = clock;
    }

    /** A question with what its words were taken for. */
    private record Understood(Terms.Shelf shelf, Question question, Map<String, String> meant, List<String> unsaid) {}

    @Transactional(readOnly = true)
    Found find(Place place, Asked asked, @Nullable SectionId section, @Nullable String after) {
        byIndex();
        var turn = Turn.of(after, clock.instant());
        var shelf = terms.shelf(place);
        if (shelf.isEmpty() || !asked.talk() && !asked.library()) {
            return Found.nothing(List.of());
        }
        var understood = understand(place, shelf.get(), Wording.of(asked.words()));
        if (understood.question().empty()) {
            return new Found(List.of(), List.of(), null, Map.of(), understood.unsaid(), false);
        }
        return answer(place, asked, section, understood, turn);
    }

    private Found answer(Place place, Asked asked, @Nullable SectionId section, Understood understood, Turn turn) {
        var question = understood.question();
        var strict = new Ranking.Wish(
                place, question, understood.shelf().documents(), asked, section, tongues.of(place), false);
        var loose = turn.loose() || !understood.unsaid().isEmpty();
        var hits = ranking.best(loose ? strict.some() : strict, turn, PAGE + 1);
        if (turn.isFirst() && !loose && question.many() && hits.size() < FEW) {
            hits = ranking.best(strict.some(), turn, PAGE + 1);
            loose = true;
        }
        var page = hits.subList(0, Math.min(PAGE, hits.size()));
        var next = hits.size() > PAGE ? turn.after(page.getLast(), loose) : null;
        var finds = snippets.cut(place, question, open(place, page));
        return new Found(List.of(), finds, next, understood.meant(), understood.unsaid(), loose && question.many());
    }

    /** What is like a title that somebody types: topics that were answered, and articles. */
    @Transactional(readOnly = true)
    List<Find> like(Place place, String title, int most) {
        byIndex();
        return terms.shelf(place)
                .map(shelf -> understand(place, shelf, Wording.of(title)))
                .filter(understood -> !understood.question().empty())
                .map(understood -> like(place, understood, most))
                .orElse(List.of());
    }

    private List<Find> like(Place place, Understood understood, int most) {
        var asked = new ArrayList<Ranking.Hit>();
        for (var what : List.of(
                new Asked("", Asked.Kind.TALK, "", Asked.Within.EVER, Asked.Answered.YES),
                new Asked("", Asked.Kind.LIBRARY, "", Asked.Within.EVER, Asked.Answered.EITHER))) {
            var wish = new Ranking.Wish(
                    place, understood.question(), understood.shelf().documents(), what, null, tongues.of(place), true);
            asked.addAll(ranking.best(wish, Turn.first(clock.instant(), true), most));
        }
        return open(place, asked);
    }

    private Understood understand(Place place, Terms.Shelf shelf, Wording wording) {
        var known = new HashMap<>(terms.of(place, shelf, wording.all()));
        var meant = new LinkedHashMap<String, String>();
        var unsaid = new ArrayList<String>();
        for (var word : wording.words()) {
            var term = known.get(word);
            if (term != null && !term.empty() && !term.said()) {
                (wording.story() && word.length() < LONG ? Optional.<String>empty() : terms.meant(place, shelf, word))
                        .ifPresentOrElse(near -> meant.put(word, near), () -> unsaid.add(word));
            }
        }
        if (!meant.isEmpty()) {
            var near = terms.of(place, shelf, List.copyOf(meant.values()));
            meant.forEach((typed, word) -> known.put(typed, Objects.requireNonNull(near.get(word))));
        }
        unsaid.forEach(known::remove);
        return new Understood(shelf, Question.of(shelf, wording, known), meant, unsaid);
    }

    /** Through the doors of the modules, in the order of the hits; what is not there for this reader is left out. */
    private List<Find> open(Place place, List<Ranking.Hit> hits) {
        var open = new HashMap<UUID, Find>();
        posts.of(place, ids(hits, false)).forEach(post -> open.put(post.id().value(), Find.of(post)));
        articles.of(place, ids(hits, true))
                .forEach(article -> open.put(article.id().value(), Find.of(article)));
        return hits.stream()
                .map(Ranking.Hit::id)
                .map(open::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Collection<UUID> ids(List<Ranking.Hit> hits, boolean articles) {
        return hits.stream()
                .filter(hit -> hit.article() == articles)
                .map(Ranking.Hit::id)
                .toList();
    }

    /** The planner knows the words of this question, not an average one, and never reads a whole table. */
    private void byIndex() {
        sql.sql("""
                        select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)
                        """).query().singleRow();
    }
}
