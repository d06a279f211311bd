package kith.identity;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kith.identity.Consent.Kind;
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
import org.springframework.web.bind.annotation.RequestParam;

/** What a member agreed to, when and to which text; each can be withdrawn and given again. */
@Controller
@For(Audience.SIGNED_IN)
class ConsentsController {
    private final Consents consents;

    ConsentsController(Consents consents) {
        this.consents = consents;
    }

    /** The ledger of one member. */
    public record ConsentsPage(List<Consent> consents) implements Page {
        /** The kinds that are not agreed to at this moment. */
        public List<Kind> missing() {
            return Arrays.stream(Kind.values())
                    .filter(kind -> consents.stream().noneMatch(c -> c.kind() == kind && c.withdrawnAt() == null))
                    .toList();
        }
    }

    @GetMapping("/consents")
    ConsentsPage index(Viewer viewer) {
        return new ConsentsPage(consents.of(viewer));
    }

    @PostMapping("/consents")
    Answer create(@RequestParam Kind kind, Viewer viewer) {
        consents.give(viewer.member(), kind, viewer.locale());
        return new SeeOther("/consents", "identity.consent.given");
    }

    @PostMapping("/consents/{id}/withdrawal")
    Answer destroy(@PathVariable UUID id, Viewer viewer) {
        if (!consents.withdraw(viewer, id)) {
            throw new NotHere();
        }
        return new SeeOther("/consents", "identity.consent.ended");
    }
}
