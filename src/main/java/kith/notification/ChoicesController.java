package kith.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.identity.Accounts;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody wants to be told of, how and when: everywhere, and otherwise in one community. */
@Controller
@For(Audience.MEMBERS)
class ChoicesController {
    private final Choices choices;
    private final Wishes wishes;
    private final NoticeKinds kinds;
    private final ObjectProvider<NoticePlaces> places;
    private final Accounts accounts;
    private final Clock clock;

    ChoicesController(
            Choices choices,
            Wishes wishes,
            NoticeKinds kinds,
            ObjectProvider<NoticePlaces> places,
            Accounts accounts,
            Clock clock) {
        this.choices = choices;
        this.wishes = wishes;
        this.kinds = kinds;
        this.places = places;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** All choices: the kinds of news with the phrase of their name, the communities that may be otherwise, and where mails go. */
    public record ChoicesPage(
            ChoicesForm form,
            Map<String, String> kinds,
            Map<UUID, String> places,
            String address,
            Refusals refusals)
            implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** What is otherwise in one community. */
    public record PlaceChoicesPage(ChoicesForm form, Map<String, String> kinds, UUID community, String name)
            implements Page {}

    @GetMapping("/notices/choices")
    ChoicesPage edit(Viewer viewer) {
        var who = viewer.member();
        var ways = new HashMap<String, Way>();
        kinds.all().forEach(kind -> ways.put(kind.kind(), kind.reach().usual()));
        ways.putAll(choices.own(who, Choices.EVERYWHERE));
        return page(viewer, ChoicesForm.of(wishes.of(who), ways), Refusals.NONE);
    }

    @PostMapping("/notices/choices")
    Answer update(Viewer viewer, @RequestParam MultiValueMap<String, String> typed) {
        var form = ChoicesForm.of(typed);
        var refusals = form.refusals(LocalDate.now(clock.withZone(viewer.zone())));
        if (refusals.any()) {
            return page(viewer, form, refusals);
        }
        var wish = form.wish();
        choices.keep(viewer.member(), Choices.EVERYWHERE, form.ways(names().keySet()));
        wishes.keep(viewer.member(), wish, wish.digestAfter(clock.instant(), viewer.zone()));
        return new SeeOther("/notices/choices", "notification.saved");
    }

    @GetMapping("/notices/choices/{community}")
    PlaceChoicesPage show(Viewer viewer, @PathVariable UUID community) {
        var name = name(viewer, community);
        var form = ChoicesForm.of(Wish.USUAL, choices.own(viewer.member(), community));
        return new PlaceChoicesPage(form, names(), community, name);
    }

    @PostMapping("/notices/choices/{community}")
    Answer create(Viewer viewer, @PathVariable UUID community, @RequestParam MultiValueMap<String, String> typed) {
        name(viewer, community);
        choices.keep(viewer.member(), community, ChoicesForm.of(typed).ways(names().keySet()));
        return new SeeOther("/notices/choices", "notification.saved");
    }

    private ChoicesPage page(Viewer viewer, ChoicesForm form, Refusals refusals) {
        var address = accounts.reachAsHouse(viewer.member()).orElseThrow().email();
        return new ChoicesPage(form, names(), places(viewer.member()), address, refusals);
    }

    private String name(Viewer viewer, UUID community) {
        var name = places(viewer.member()).get(community);
        if (name == null) {
            throw new NotHere();
        }
        return name;
    }

    private Map<String, String> names() {
        return kinds.all().stream()
                .collect(Collectors.toMap(
                        NoticeKind::kind, kind -> kind.phrase() + ".name", (one, same) -> one, LinkedHashMap::new));
    }

    private Map<UUID, String> places(MemberId who) {
        return places.stream()
                .flatMap(part -> part.of(who).entrySet().stream())
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }
}
