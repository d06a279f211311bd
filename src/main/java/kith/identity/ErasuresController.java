package kith.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leaving the house for good. */
@Controller
@For(Audience.SIGNED_IN)
class ErasuresController {
    private final Erasures erasures;
    private final Proofs proofs;

    ErasuresController(Erasures erasures, Proofs proofs) {
        this.erasures = erasures;
        this.proofs = proofs;
    }

    /** What goes, what stays and why, and the one question. */
    public record ErasurePage(String name, List<String> modules, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** The last page that somebody sees here. */
    public record GoodbyePage() implements Page {}

    @GetMapping("/erasures/new")
    Answer new_(Viewer viewer) {
        return proofs.fresh(viewer) ? page(viewer, Refusals.NONE) : Proofs.ask("/erasures/new");
    }

    @PostMapping("/erasures")
    Answer create(@RequestParam(defaultValue = "") String name, Viewer viewer, HttpServletResponse response) {
        if (!proofs.fresh(viewer)) {
            return Proofs.ask("/erasures/new");
        }
        if (!DisplayName.of(name)
                .key()
                .equals(DisplayName.of(viewer.card().name()).key())) {
            return page(viewer, Refusals.of(Refusal.in("name", "identity.erasure.name")));
        }
        return erasures.erase(viewer.member()) ? goodbye(response) : page(viewer, erasures.refusals(viewer.member()));
    }

    private static GoodbyePage goodbye(HttpServletResponse response) {
        SessionCookie.clear(response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        Viewers.leave();
        return new GoodbyePage();
    }

    private ErasurePage page(Viewer viewer, Refusals refusals) {
        return new ErasurePage(viewer.card().name(), erasures.modules(), refusals);
    }
}
