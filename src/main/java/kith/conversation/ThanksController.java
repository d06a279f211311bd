package kith.conversation;

import java.util.Arrays;
import java.util.List;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Thanks for a post: who gave them, and giving one or taking it back. */
@Controller
class ThanksController {
    private final Posts posts;
    private final Thanks thanks;
    private final Limits limits;

    ThanksController(Posts posts, Thanks thanks, Limits limits) {
        this.posts = posts;
        this.thanks = thanks;
        this.limits = limits;
    }

    /** Everybody who thanked for a post. */
    public record ThanksPage(Post post, List<Thanks.Thank> all) implements Page, InPlace {
        @Override
        public Place place() {
            return post.topic().place();
        }

        public List<Thanks.Thank> of(Thanks.Kind kind) {
            return all.stream().filter(thank -> thank.kind() == kind).toList();
        }
    }

    @For(Audience.EVERYONE)
    @GetMapping("/posts/{id}/thanks")
    Answer index(Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        return new ThanksPage(post, post.standing() ? thanks.of(post) : List.of());
    }

    @For(Audience.MEMBERS)
    @PostMapping("/posts/{id}/thanks")
    Answer create(Viewer viewer, @PathVariable PostId id, @RequestParam String kind) {
        var post = posts.find(viewer, id);
        var refused = post.thank();
        if (refused.any()) {
            return new SeeOther(post.path(), refused.all().getFirst().key());
        }
        limits.take(Limit.THANKS, viewer.member());
        thanks.turn(post, kind(kind));
        return new SeeOther(post.path());
    }

    private static Thanks.Kind kind(String word) {
        return Arrays.stream(Thanks.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
