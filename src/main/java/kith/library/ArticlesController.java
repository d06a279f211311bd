package kith.library;

import java.util.List;
import java.util.UUID;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One article: reading it, and changing it. */
@Controller
@For(Audience.EVERYONE)
class ArticlesController {
    private final Articles articles;
    private final List<ArticleTalk> talks;

    ArticlesController(Articles articles, List<ArticleTalk> talks) {
        this.articles = articles;
        this.talks = talks;
    }

    /** An article with where it is from, when it was reviewed, and where people talk about it. */
    public record ArticlePage(Article article, List<ArticleTalk.Talk> talks) implements Page, InPlace {
        @Override
        public Place place() {
            return article.place();
        }
    }

    /** The form that changes an article. */
    public record EditArticlePage(Article article, ArticleForm form, Refusals refusals) implements Page, InPlace {
        @Override
        public Place place() {
            return article.place();
        }

        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/articles/{id}")
    Answer show(Viewer viewer, @PathVariable UUID id) {
        var article = articles.find(viewer, id);
        return new ArticlePage(
                article,
                talks.stream()
                        .flatMap(each -> each.about(article.place(), article.id()).stream())
                        .toList());
    }

    @GetMapping("/articles/{id}/edit")
    @For(Audience.MEMBERS)
    Answer edit(Viewer viewer, @PathVariable UUID id) {
        var article = changeable(viewer, id);
        return new EditArticlePage(article, ArticleForm.of(article), Refusals.NONE);
    }

    @PostMapping("/articles/{id}")
    @For(Audience.MEMBERS)
    Answer update(Viewer viewer, @PathVariable UUID id, @ModelAttribute ArticleForm form) {
        var article = changeable(viewer, id);
        var refusals = form.refusals();
        if (!refusals.any() && !articles.change(article, form)) {
            refusals = Refusals.of(Refusal.of("library.refusal.stale"));
        }
        return refusals.any()
                ? new EditArticlePage(article, form, refusals)
                : new SeeOther(article.path(), "library.notice.saved");
    }

    private Article changeable(Viewer viewer, UUID id) {
        var article = articles.find(viewer, id);
        if (!article.mayChange()) {
            throw new NotHere();
        }
        return article;
    }
}
