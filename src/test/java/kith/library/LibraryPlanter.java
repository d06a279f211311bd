package kith.library;

import java.util.List;
import java.util.Set;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries in an article that somebody wrote and reviewed, and in what it said before. */
class LibraryPlanter implements Planter {
    @Override
    public String module() {
        return "library";
    }

    /** An article is its community's; only its writer's name goes. */
    @Override
    public Set<String> stays() {
        return Set.of(
                "library.article.title",
                "library.article.title_key",
                "library.article.opening",
                "library.article.body",
                "library.article.html",
                "library.article.words",
                "library.version.title",
                "library.version.body",
                "library.version.html");
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        var key = Ids.next();
        for (var statement : PLANTING) {
            owner.sql("with given (key, me, c) as (values (:key, :me, :c)) " + statement)
                    .param("key", key)
                    .param("me", who.value())
                    .param("c", canary)
                    .update();
        }
    }

    private static final List<String> PLANTING = List.of("""
            insert into library.article (id, community_id, title, focus, focus_key, body, html, opening, renderer, written_by, reviewed_by, reviewed_on, review_due)
            select key, key, c || '/title', 'x', 'x', c || '/body', c || '/body', c || '/body', 1, me, me, current_date, current_date from given""", """
            insert into library.version (article_id, version, title, body, html, written_by, written_at)
            select key, 1, c || '/old-title', c || '/old-body', c || '/old-body', me, now() from given""");
}
