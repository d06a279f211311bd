package kith.practitioner;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Person;
import kith.community.Place;
import kith.community.Section;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Asking to speak as a practitioner, for oneself or, as a manager, for a member; and where that stands. */
@Controller
@For(Audience.MEMBERS)
class ApplicationsController {
    /** The form: for whom, and whether they speak as one already. */
    public record NewApplicationPage(
            Place place,
            Person person,
            List<Section> sections,
            List<Register> registers,
            ApplicationForm form,
            @Nullable Credential credential,
            Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }

        public boolean self() {
            return place.viewer().is(person.card().id());
        }

        public Set<String> scope() {
            return Set.copyOf(form.scope());
        }

        public Set<String> languages() {
            return Set.copyOf(form.languages());
        }
    }

    /** One application, for whoever sent it and for those who make sure. */
    public record ApplicationPage(
            Place place, Application application, List<String> sections, boolean second, Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Applications applications;
    private final Applying applying;
    private final Communities communities;
    private final Limits limits;

    ApplicationsController(Applications applications, Applying applying, Communities communities, Limits limits) {
        this.applications = applications;
        this.applying = applying;
        this.communities = communities;
        this.limits = limits;
    }

    @GetMapping("/applications/{slug}/new")
    Answer new_(Viewer viewer, @PathVariable String slug, @RequestParam(required = false) @Nullable UUID member) {
        var place = communities.find(viewer, slug);
        var who = applying.who(place, member);
        return applications
                .latest(place, who)
                .filter(latest -> latest.state().open())
                .<Answer>map(open -> new SeeOther(place.path("applications") + "/" + open.id()))
                .orElseGet(() -> applying.begin(place, who));
    }

    @PostMapping("/applications/{slug}")
    Answer create(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable UUID member,
            ApplicationForm form,
            @RequestParam(required = false) @Nullable MultipartFile evidence)
            throws IOException {
        var place = communities.find(viewer, slug);
        var who = applying.who(place, member);
        limits.take(Limit.UPLOAD, viewer.member());
        return applying.send(place, who, form, evidence == null ? new byte[0] : evidence.getBytes());
    }

    @GetMapping("/applications/{slug}/{id}")
    Answer show(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var place = communities.find(viewer, slug);
        return applying.page(place, applications.find(place, id), Refusals.NONE);
    }

    @PostMapping("/applications/{slug}/{id}/removal")
    Answer destroy(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var place = communities.find(viewer, slug);
        applications.withdraw(place, id);
        return new SeeOther(place.path("practitioners"), "practitioner.withdrawn");
    }
}
