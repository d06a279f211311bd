package kith.practitioner;

import java.util.List;
import java.util.UUID;
import kith.community.Communities;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A host has made sure, and says how. */
@Controller
@For(Audience.MEMBERS)
class ChecksController {
    static final List<String> WAYS = List.of("register", "employer", "document", "other");
    static final int LONGEST = 1_000;

    private final Applications applications;
    private final Applying applying;
    private final Communities communities;

    ChecksController(Applications applications, Applying applying, Communities communities) {
        this.applications = applications;
        this.applying = applying;
        this.communities = communities;
    }

    @PostMapping("/applications/{slug}/{id}/checks")
    Answer create(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String words) {
        var place = communities.find(viewer, slug);
        var file = applications.find(place, id);
        var said = words.strip();
        var refusals = refuse(file, place, way, said);
        if (refusals.any()) {
            return applying.page(place, file, refusals);
        }
        if (file.state() == Application.State.CHECKED) {
            applications.confirm(place, id, said);
        } else {
            applications.check(place, id, way, said);
        }
        return new SeeOther(place.path("applications") + "/" + id, "practitioner.checked");
    }

    private static Refusals refuse(Application file, Place place, String way, String words) {
        var first = file.checkableBy(place);
        if (first && !WAYS.contains(way)) {
            return Refusals.of(Refusal.in("way", "practitioner.refused.way"));
        }
        return words.length() > LONGEST
                ? Refusals.of(Refusal.in("words", "practitioner.refused.long", LONGEST))
                : first && words.isEmpty()
                        ? Refusals.of(Refusal.in("words", "practitioner.refused.words"))
                        : Refusals.NONE;
    }
}
