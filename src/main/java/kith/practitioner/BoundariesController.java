package kith.practitioner;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.community.Section;
import kith.community.Sections;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When and how much a practitioner gives, and what is said while they rest. */
@Controller
@For(Audience.MEMBERS)
class BoundariesController {
    /** Their boundaries, as they change them. */
    public record BoundariesPage(Place place, List<Section> sections, BoundariesForm form, Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final Sections sections;
    private final Bounds bounds;
    private final Limits limits;

    BoundariesController(Communities communities, Sections sections, Bounds bounds, Limits limits) {
        this.communities = communities;
        this.sections = sections;
        this.bounds = bounds;
        this.limits = limits;
    }

    @GetMapping("/boundaries/{slug}")
    Answer edit(Viewer viewer, @PathVariable String slug) {
        var place = communities.find(viewer, slug);
        var own = bounds.of(place);
        return new BoundariesPage(place, sections.of(place), BoundariesForm.of(own), Refusals.NONE);
    }

    @PostMapping("/boundaries/{slug}")
    Answer update(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> declined) {
        var place = communities.find(viewer, slug);
        bounds.of(place);
        limits.take(Limit.POST, viewer.member());
        var form = BoundariesForm.of(typed, declined);
        var refusals = form.refuse();
        var known = sections.of(place);
        if (refusals.any()) {
            return new BoundariesPage(place, known, form, refusals);
        }
        var slugs = known.stream().map(Section::slug).collect(Collectors.toSet());
        bounds.keepAsHouse(place.community().id(), place.self(), form.boundaries(slugs));
        return new SeeOther(place.path("boundaries"), "practitioner.bounds.kept");
    }
}
