package kith.conversation;

import kith.community.Communities;
import kith.community.Sections;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calling everything read that is there now: in one section or in all of them. */
@Controller
@For(Audience.MEMBERS)
class SweepsController {
    private final Communities communities;
    private final Sections sections;
    private final Readings readings;

    SweepsController(Communities communities, Sections sections, Readings readings) {
        this.communities = communities;
        this.sections = sections;
        this.readings = readings;
    }

    @PostMapping("/conversations/{slug}/sweeps")
    Answer create(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String section) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        var part = section.isEmpty() ? null : sections.find(place, section);
        readings.sweep(place, part);
        return new SeeOther(
                place.path("conversations") + (part == null ? "" : "/" + part.slug()), "conversation.swept");
    }
}
