package kith.notification;

import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Confirms an address again from which mails came back: by a mail that reaches it. */
@Controller
class ReachingsController {
    private final Reachings reachings;
    private final Limits limits;

    ReachingsController(Reachings reachings, Limits limits) {
        this.reachings = reachings;
        this.limits = limits;
    }

    /** Asks for one press, so that a program that only looks at links confirms nothing. */
    public record ReachingPage(String token) implements Page {}

    @For(Audience.MEMBERS)
    @PostMapping("/reachings")
    Answer create(Viewer viewer) {
        limits.take(Limit.LINK_ADDRESS, viewer.member());
        reachings.write(viewer.member());
        return new SeeOther("/notices", "notification.returned.sent");
    }

    @For(Audience.EVERYONE)
    @GetMapping("/reachings/{token}")
    ReachingPage edit(@PathVariable String token) {
        reachings.find(token).orElseThrow(NotHere::new);
        return new ReachingPage(token);
    }

    @For(Audience.EVERYONE)
    @PostMapping("/reachings/{token}")
    Answer update(@PathVariable String token) {
        reachings.confirm(reachings.find(token).orElseThrow(NotHere::new));
        return new SeeOther("/notices", "notification.returned.done");
    }
}
