package kith.identity;

import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a member gets in and where their mail goes: password and e-mail address. */
@Controller
@For(Audience.SIGNED_IN)
class SecurityController {
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final WayChanges changes;
    private final Passkeys passkeys;
    private final SecondSteps steps;
    private final Proofs proofs;
    private final Limits limits;

    SecurityController(
            Accounts accounts,
            PasswordChanges passwords,
            WayChanges changes,
            Passkeys passkeys,
            SecondSteps steps,
            Proofs proofs,
            Limits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.changes = changes;
        this.passkeys = passkeys;
        this.steps = steps;
        this.proofs = proofs;
        this.limits = limits;
    }

    /** All ways in, at a glance. */
    public record SecurityPage(String email, boolean password, int passkeys, boolean second, int codes)
            implements Page {}

    /** The form for a new password. */
    public record NewPasswordPage(Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** The form for a new e-mail address. */
    public record NewEmailPage(String email, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** The button that takes a new e-mail address over. */
    public record TakeEmailPage(String secret) implements Page {}

    @GetMapping("/account/security")
    SecurityPage index(Viewer viewer) {
        var account = accounts.of(viewer);
        var second = steps.has(account.id());
        return new SecurityPage(
                account.email(),
                account.password() != null,
                passkeys.of(viewer).size(),
                second,
                second ? steps.codesLeft(account.id()) : 0);
    }

    @GetMapping("/account/password")
    Answer edit(Viewer viewer) {
        return proofs.fresh(viewer) ? new NewPasswordPage(Refusals.NONE) : Proofs.ask("/account/password");
    }

    @PostMapping("/account/password")
    Answer update(@RequestParam(defaultValue = "") String password, Viewer viewer) {
        if (!proofs.fresh(viewer)) {
            return Proofs.ask("/account/password");
        }
        limits.take(Limit.ACCOUNT_CHANGE, viewer.member());
        var refusals = PasswordChanges.refusals(accounts.of(viewer), password);
        if (refusals.any()) {
            return new NewPasswordPage(refusals);
        }
        passwords.change(viewer, passwords.hash(password));
        return new SeeOther("/account/security", "identity.password.saved");
    }

    @GetMapping("/account/email")
    Answer new_(Viewer viewer) {
        return proofs.fresh(viewer) ? new NewEmailPage("", Refusals.NONE) : Proofs.ask("/account/email");
    }

    @PostMapping("/account/email")
    Answer create(@RequestParam(defaultValue = "") String email, Viewer viewer) {
        if (!proofs.fresh(viewer)) {
            return Proofs.ask("/account/email");
        }
        limits.take(Limit.ACCOUNT_CHANGE, viewer.member());
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            return new NewEmailPage(email, Refusals.of(Refusal.in("email", "identity.email.form")));
        }
        Evenly.answer(() -> {
            changes.proposeEmail(viewer, address.get());
            return true;
        });
        return new SeeOther("/account/security", "identity.email.sent");
    }

    @GetMapping("/account/emails/{secret}")
    TakeEmailPage show(@PathVariable String secret) {
        return new TakeEmailPage(secret);
    }

    @PostMapping("/account/emails/{secret}")
    Answer destroy(@PathVariable String secret, Viewer viewer) {
        return changes.takeEmail(viewer, secret)
                ? new SeeOther("/account/security", "identity.email.saved")
                : new SignInLinksController.LinkGonePage();
    }
}
