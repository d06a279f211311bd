package kith.identity;

import java.util.UUID;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts of the house, for its operator. */
@Controller
@For(Audience.OPERATOR)
class AccountsController {
    private static final int REASON = 500;
    private final Suspensions suspensions;

    AccountsController(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    /** All accounts, or those whose name begins so. */
    public record AccountsPage(Slice<Suspensions.Line> accounts, String name, boolean later) implements Page {}

    /** Asks for the reason of a suspension. */
    public record SuspensionPage(UUID id, String reason, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/accounts")
    AccountsPage index(
            @RequestParam(defaultValue = "") String name, @RequestParam(required = false) @Nullable UUID after) {
        return new AccountsPage(suspensions.list(name, after), name, after != null);
    }

    @GetMapping("/accounts/{id}/suspension")
    SuspensionPage new_(@PathVariable UUID id) {
        return new SuspensionPage(id, "", Refusals.NONE);
    }

    @PostMapping("/accounts/{id}/suspension")
    Answer create(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        var plain = reason.strip().replace("\0", "");
        if (plain.isEmpty() || plain.length() > REASON) {
            return new SuspensionPage(
                    id, reason, Refusals.of(Refusal.in("reason", "identity.suspension.reason", REASON)));
        }
        if (!suspensions.suspend(viewer, new MemberId(id), plain)) {
            throw new NotHere();
        }
        return new SeeOther("/accounts", "identity.suspension.done");
    }

    @PostMapping("/accounts/{id}/suspension/removal")
    Answer destroy(@PathVariable UUID id, Viewer viewer) {
        if (!suspensions.lift(viewer, new MemberId(id))) {
            throw new NotHere();
        }
        return new SeeOther("/accounts", "identity.suspension.lifted");
    }
}
