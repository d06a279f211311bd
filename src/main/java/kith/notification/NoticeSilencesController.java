package kith.notification;

import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets mails of a topic come again. */
@Controller
@For(Audience.MEMBERS)
class NoticeSilencesController {
    private final Bundles bundles;

    NoticeSilencesController(Bundles bundles) {
        this.bundles = bundles;
    }

    @PostMapping("/notices/{id}/silence/removal")
    Answer destroy(Viewer viewer, @PathVariable UUID id) {
        var bundle = bundles.find(viewer, id).orElseThrow(NotHere::new);
        bundles.silence(bundle.id(), false);
        return new SeeOther("/notices", "notification.inbox.unsilenced");
    }
}
