package kith.community;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start: for a stranger what this house is, for a member what happened in their communities and what waits for them. */
@Controller
@For(Audience.EVERYONE)
class HomeController {
    private static final int NEWS = 12;

    /** What a stranger sees: the communities that show themselves. */
    public record WelcomePage(Slice<Place> offered) implements Page {}

    /** One of the viewer's communities, and how many requests wait there for a host. */
    public record Mine(Place place, int requests) {
        public boolean unread() {
            return place.membership() != null
                    && place.membership().guidelines() < place.community().guidelinesVersion();
        }

        public boolean beginning() {
            return place.membership() != null && !place.membership().onboarded();
        }

        public boolean waits() {
            return requests > 0 || unread() || beginning();
        }
    }

    /** What a member sees. */
    public record HomePage(
            String greeting,
            String name,
            List<Redemptions.Waiting> invited,
            List<Mine> mine,
            List<Happenings.Happening> news,
            boolean mayFound)
            implements Page {
        /** What the page follows: each of the communities. */
        public String channels() {
            return mine.stream()
                    .map(each -> "community:" + each.place().community().id())
                    .collect(Collectors.joining(" "));
        }

        public boolean waits() {
            return !invited.isEmpty() || mine.stream().anyMatch(Mine::waits);
        }
    }

    private final Communities communities;
    private final Requests requests;
    private final Redemptions redemptions;
    private final Founding founding;
    private final List<Happenings> happenings;
    private final Clock clock;

    HomeController(
            Communities communities,
            Requests requests,
            Redemptions redemptions,
            Founding founding,
            List<Happenings> happenings,
            Clock clock) {
        this.communities = communities;
        this.requests = requests;
        this.redemptions = redemptions;
        this.founding = founding;
        this.happenings = happenings;
        this.clock = clock;
    }

    @GetMapping("/")
    Answer index(Viewer viewer, HttpServletRequest request) {
        if (!viewer.signedIn()) {
            return new WelcomePage(communities.offered(viewer, ""));
        }
        var mine = communities.of(viewer).stream()
                .map(place -> new Mine(place, place.hosts() ? requests.count(place) : 0))
                .toList();
        return new HomePage(
                greeting(clock.instant().atZone(viewer.zone()).getHour()),
                viewer.card().name(),
                redemptions.waiting(viewer, Invited.by(request)),
                mine,
                happenings.stream()
                        .flatMap(each -> each.latest(viewer, NEWS).stream())
                        .sorted((a, b) -> b.at().compareTo(a.at()))
                        .limit(NEWS)
                        .toList(),
                founding.may(viewer));
    }

    /** The phrase key of the greeting for an hour of the day, as people who are awake feel it. */
    static String greeting(int hour) {
        if (hour < 5) {
            return "community.home.night";
        }
        return hour < 12 ? "community.home.morning" : hour < 18 ? "community.home.day" : "community.home.evening";
    }
}
