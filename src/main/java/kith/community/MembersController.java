package kith.community;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of a community as each chose to be seen, one person's page, and the role that a manager gives. */
@Controller
@For(Audience.MEMBERS)
class MembersController {
    /** The list: hosts and practitioners in a row of their own when nothing is searched. */
    public record MembersPage(
            Place place,
            String members,
            List<Person> upFront,
            Slice<Person> people,
            @Nullable Role role,
            String name,
            boolean later)
            implements Page, InPlace {
        public String path() {
            return place.path("members")
                    + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + (role == null ? "" : "&role=" + role);
        }
    }

    /** One member's page. */
    public record MemberPage(
            Place place, Person person, List<ToldLine> told, List<MemberWays.Way> ways, Role role, Refusals refusals)
            implements Page, InPlace {
        /** Nobody becomes a practitioner by a choice in a list. */
        public List<Role> roles() {
            return Arrays.stream(Role.values())
                    .filter(each -> each != Role.PRACTITIONER || person.role() == Role.PRACTITIONER)
                    .toList();
        }

        public boolean self() {
            return place.viewer().is(person.card().id());
        }

        @Override
        public int status() {
            return refusals.status();
        }
    }

    private final Communities communities;
    private final People people;
    private final PlacePacks packs;
    private final Tellings tellings;
    private final Roles roles;
    private final List<MemberWays> ways;

    MembersController(
            Communities communities,
            People people,
            PlacePacks packs,
            Tellings tellings,
            Roles roles,
            List<MemberWays> ways) {
        this.communities = communities;
        this.people = people;
        this.packs = packs;
        this.tellings = tellings;
        this.roles = roles;
        this.ways = ways;
    }

    @GetMapping("/members/{slug}")
    MembersPage index(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String after) {
        var place = communities.find(viewer, slug);
        var found = people.search(place, role, name.strip(), after);
        var plain = role == null && name.isBlank() && after.isEmpty();
        return new MembersPage(
                place,
                packs.of(place).say(Word.MEMBERS),
                plain ? people.upFront(place) : List.of(),
                found,
                role,
                name.strip(),
                !after.isEmpty());
    }

    @GetMapping("/members/{slug}/{id}")
    MemberPage show(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var place = communities.find(viewer, slug);
        var person = people.find(place, new MemberId(id));
        return page(place, person, person.role(), Refusals.NONE);
    }

    @PostMapping("/members/{slug}/{id}")
    Answer update(Viewer viewer, @PathVariable String slug, @PathVariable UUID id, @RequestParam Role role) {
        var place = communities.find(viewer, slug);
        var person = people.find(place, new MemberId(id));
        var refusals = roles.change(place, new MemberId(id), role);
        return refusals.any()
                ? page(place, person, role, refusals)
                : new SeeOther(place.path("members") + "/" + id, "community.role.changed");
    }

    private MemberPage page(Place place, Person person, Role role, Refusals refusals) {
        var who = Objects.requireNonNull(person.card().id());
        return new MemberPage(
                place,
                person,
                ToldLine.of(packs.of(place).pack(), tellings.shared(place, who)),
                ways.stream().flatMap(each -> each.ways(place, who).stream()).toList(),
                role,
                refusals);
    }
}
