package kith.library;

import java.util.List;
import java.util.UUID;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what an article said before each of its changes. */
@Controller
@For(Audience.EVERYONE)
class VersionsController {
    private final Articles articles;
    private final Versions versions;

    VersionsController(Articles articles, Versions versions) {
        this.articles = articles;
        this.versions = versions;
    }

    /** Earlier versions, the newest first. */
    public record VersionsPage(Article article, List<Versions.Version> versions) implements Page, InPlace {
        @Override
        public Place place() {
            return article.place();
        }

        /** The number before which the next page begins, or 0 at the end. */
        public int next() {
            return versions.isEmpty() || versions.getLast().number() <= 1
                    ? 0
                    : versions.getLast().number();
        }
    }

    @GetMapping("/articles/{id}/versions")
    Answer index(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "2147483647") int before) {
        var article = articles.find(viewer, id);
        return new VersionsPage(article, versions.of(article, before));
    }
}
