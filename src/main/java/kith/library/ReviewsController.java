package kith.library;

import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Says that an article was looked at and is still right. */
@Controller
@For(Audience.MEMBERS)
class ReviewsController {
    private final Articles articles;

    ReviewsController(Articles articles) {
        this.articles = articles;
    }

    @PostMapping("/articles/{id}/reviews")
    Answer create(Viewer viewer, @PathVariable UUID id) {
        var article = articles.find(viewer, id);
        if (!article.mayChange()) {
            throw new NotHere();
        }
        articles.review(article);
        return new SeeOther(article.path(), "library.notice.reviewed");
    }
}
