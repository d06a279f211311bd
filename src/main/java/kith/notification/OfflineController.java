package kith.notification;

import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that a browser keeps to show where there is no connection; it knows nobody and needs no other file. */
@Controller
@For(Audience.EVERYONE)
class OfflineController {
    /** The same for everybody who reads one language. */
    public record OfflinePage() implements Page {}

    @GetMapping("/offline")
    OfflinePage show() {
        return new OfflinePage();
    }
}
