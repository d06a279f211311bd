package kith.library;

import java.util.List;
import java.util.UUID;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A community's library: what it is about, and new articles. */
@Controller
@For(Audience.EVERYONE)
class LibraryController {
    private final Communities communities;
    private final Shelf shelf;
    private final Articles articles;

    LibraryController(Communities communities, Shelf shelf, Articles articles) {
        this.communities = communities;
        this.shelf = shelf;
        this.articles = articles;
    }

    /** The front of a library: its foci by name, and what waits for a review where the reader can do it. */
    public record LibraryPage(Place place, Slice<Focus> foci, List<Leaf> due, boolean later, boolean mayWrite)
            implements Page, InPlace {}

    /** The articles on one focus. */
    public record ShelfPage(Place place, String about, Slice<Leaf> leaves, boolean later, boolean mayWrite)
            implements Page, InPlace {}

    /** The form of a new article. */
    public record NewArticlePage(Place place, ArticleForm form, Refusals refusals) implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/library/{slug}")
    Answer index(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String focus,
            @RequestParam(required = false) @Nullable String after) {
        var place = communities.find(viewer, slug);
        var mayWrite = Article.mayWrite(place);
        if (!focus.isBlank()) {
            return about(place, focus, id(after));
        }
        var due = mayWrite && after == null ? shelf.due(place) : List.<Leaf>of();
        return new LibraryPage(place, shelf.foci(place, after), due, after != null, mayWrite);
    }

    private ShelfPage about(Place place, String focus, @Nullable UUID after) {
        var leaves = shelf.about(place, focus, after);
        if (leaves.isEmpty() && after == null) {
            throw new NotHere();
        }
        var name = leaves.isEmpty() ? focus : leaves.items().getFirst().focus();
        return new ShelfPage(place, name, leaves, after != null, Article.mayWrite(place));
    }

    @GetMapping("/library/{slug}/new")
    @For(Audience.MEMBERS)
    Answer new_(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String focus) {
        return new NewArticlePage(writable(viewer, slug), ArticleForm.empty(focus), Refusals.NONE);
    }

    @PostMapping("/library/{slug}")
    @For(Audience.MEMBERS)
    Answer create(Viewer viewer, @PathVariable String slug, @ModelAttribute ArticleForm form) {
        var place = writable(viewer, slug);
        var refusals = form.refusals();
        return refusals.any()
                ? new NewArticlePage(place, form, refusals)
                : new SeeOther("/articles/" + articles.add(place, form), "library.notice.added");
    }

    private Place writable(Viewer viewer, String slug) {
        var place = communities.find(viewer, slug);
        if (!Article.mayWrite(place)) {
            throw new NotHere();
        }
        return place;
    }

    private static @Nullable UUID id(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
    }
}
