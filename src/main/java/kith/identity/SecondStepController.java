package kith.identity;

import java.time.Instant;
import java.util.List;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switching the second step on and off, and new recovery codes. */
@Controller
@For(Audience.SIGNED_IN)
class SecondStepController {
    private final SecondSteps steps;
    private final WayChanges changes;
    private final Accounts accounts;
    private final HouseAddress address;
    private final Proofs proofs;
    private final Limits limits;

    SecondStepController(
            SecondSteps steps,
            WayChanges changes,
            Accounts accounts,
            HouseAddress address,
            Proofs proofs,
            Limits limits) {
        this.steps = steps;
        this.changes = changes;
        this.accounts = accounts;
        this.address = address;
        this.proofs = proofs;
        this.limits = limits;
    }

    /** The form that switches it on: a square to scan, the same as text, and a field for the first code. */
    public record SecondStepPage(String sealed, String text, Square square, boolean on, Refusals refusals)
            implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** The recovery codes, seen this once. */
    public record RecoveryCodesPage(List<String> codes) implements Page {}

    @GetMapping("/account/second-step")
    Answer new_(Viewer viewer) {
        return proofs.fresh(viewer)
                ? page(viewer, steps.propose(viewer.member()), Refusals.NONE)
                : Proofs.ask("/account/second-step");
    }

    @PostMapping("/account/second-step")
    Answer create(
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code,
            Viewer viewer) {
        if (!proofs.fresh(viewer)) {
            return Proofs.ask("/account/second-step");
        }
        limits.take(Limit.SECOND_STEP, viewer.member());
        var secret = steps.proposed(viewer.member(), sealed);
        var step = Totp.step(secret, code, Instant.now(), 0);
        return step.isPresent()
                ? new RecoveryCodesPage(changes.beginSecond(viewer, secret, step.getAsLong()))
                : page(viewer, sealed, Refusals.of(Refusal.in("code", "identity.second.wrong")));
    }

    @PostMapping("/account/second-step/removal")
    Answer destroy(Viewer viewer) {
        if (!proofs.fresh(viewer)) {
            return Proofs.ask("/account/second-step");
        }
        changes.endSecond(viewer);
        return new SeeOther("/account/security", "identity.second.off");
    }

    @PostMapping("/account/recovery-codes")
    Answer update(Viewer viewer) {
        if (!proofs.fresh(viewer) || !steps.has(viewer.member())) {
            return Proofs.ask("/account/second-step");
        }
        return new RecoveryCodesPage(changes.renewCodes(viewer));
    }

    private SecondStepPage page(Viewer viewer, String sealed, Refusals refusals) {
        var text = Totp.text(steps.proposed(viewer.member(), sealed));
        var uri = "otpauth://totp/"
                + encode(address.name() + ":" + accounts.of(viewer).name()) + "?secret=" + text + "&issuer="
                + encode(address.name());
        return new SecondStepPage(sealed, text, Square.of(uri), steps.has(viewer.member()), refusals);
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
