package kith.advice;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
            "((ask|piece):[a-z0-9]+(-[a-z0-9]+)*|(answer|on|correct|topic|share):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    static final Set<String> NAMES = Set.of(
            "section",
            "title",
            "body",
            "audience",
            "as",
            "language",
            "linked",
            "until",
            "reason",
            "source-0",
            "source-1",
            "source-2",
            "address-0",
            "address-1",
            "address-2",
            "year-0",
            "year-1",
            "year-2");
    private static final String LINE = "line-\\d{1,3}";
    private static final int MOST = 60_000;

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
        var fields = typed.entrySet().stream()
                .filter(field -> NAMES.contains(field.getKey()) || field.getKey().matches(LINE))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> cut(Typed.text(field.getValue()))));
        if (fields.getOrDefault("body", "").isBlank()
                && fields.getOrDefault("title", "").isBlank()
                && fields.keySet().stream().noneMatch(name -> name.matches(LINE))) {
            sketches.remove(viewer, key);
        } else {
            sketches.keep(viewer, key, fields);
        }
        return new SketchPage();
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }
}
