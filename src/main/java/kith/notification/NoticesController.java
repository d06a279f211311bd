package kith.notification;

import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.SeeOther;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox in the house: what somebody is told, a topic at a time. */
@Controller
@For(Audience.MEMBERS)
class NoticesController {
    private final InboxPages pages;
    private final Inbox inbox;
    private final Bounces bounces;
    private final Accounts accounts;

    NoticesController(InboxPages pages, Inbox inbox, Bounces bounces, Accounts accounts) {
        this.pages = pages;
        this.inbox = inbox;
        this.bounces = bounces;
        this.accounts = accounts;
    }

    /** The inbox; {@code returned} is the address from which mails came back, or null. */
    public record NoticesPage(Slice<InboxRow> rows, boolean later, boolean news, @Nullable String returned) implements Page {}

    @GetMapping("/notices")
    NoticesPage index(Viewer viewer, @RequestParam(required = false) @Nullable UUID after) {
        var rows = pages.page(viewer, after);
        var news = rows.items().stream().anyMatch(InboxRow::unseen);
        return new NoticesPage(rows, after != null, news, returned(viewer));
    }

    private @Nullable String returned(Viewer viewer) {
        var address = accounts.reachAsHouse(viewer.member()).orElseThrow().email();
        return bounces.stopped(viewer.member(), address) ? address : null;
    }

    /** Marks all as read. */
    @PostMapping("/notices/readings")
    Answer create(Viewer viewer) {
        inbox.seenAll(viewer.member());
        return new SeeOther("/notices", "notification.inbox.read.done");
    }
}
