package kith.advice;

import java.util.Map;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what is typed, while it is typed. */
@Controller
@For(Audience.MEMBERS)
class SketchesController {
    private static final String KEY =
            "((ask|piece):[a-z0-9]+(-[a-z0-9]+)*|(answer|on|correct|topic|share|comment|pass):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    private final Sketches sketches;
    private final Limits limits;

    SketchesController(Sketches sketches, Limits limits) {
        this.sketches = sketches;
        this.limits = limits;
    }

    /** Tells the script that it is safe. */
    public record SketchPage() implements Page {}

    @PostMapping("/sketches/{key}")
    Answer create(Viewer viewer, @PathVariable String key, @RequestParam Map<String, String> typed) {
        if (!key.matches(KEY)) {
            throw new NotHere();
        }
        limits.take(Limit.DRAFT, viewer.member());
        sketches.type(viewer, key, typed);
        return new SketchPage();
    }
}
