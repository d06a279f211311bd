package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kith.identity.SignInLinksController.LinkForm;
import kith.identity.SignInLinksController.LinkGonePage;
import kith.identity.SignUpController.LookForMailPage;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new password for somebody who forgot theirs; the second step is asked all the same. */
@Controller
@For(Audience.EVERYONE)
class PasswordsController {
    private final PasswordChanges changes;
    private final Doorstep doorstep;
    private final Clients clients;
    private final Limits limits;

    PasswordsController(PasswordChanges changes, Doorstep doorstep, Clients clients, Limits limits) {
        this.changes = changes;
        this.doorstep = doorstep;
        this.clients = clients;
        this.limits = limits;
    }

    /** The form that asks for a mail. */
    public record ForgotPage() implements Page {}

    /** The form for the new password. */
    public record ResetPage(String secret, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/passwords/new")
    ForgotPage new_() {
        return new ForgotPage();
    }

    @PostMapping("/passwords")
    Answer create(@ModelAttribute LinkForm form, HttpServletRequest request) {
        var email = Typed.line(form.email());
        limits.take(Limit.LINK_CLIENT, clients.of(request));
        limits.take(Limit.LINK_ADDRESS, EmailAddress.read(email).orElse("none"));
        Evenly.answer(() -> {
            changes.mailReset(email);
            return true;
        });
        return new LookForMailPage("identity.forgot.mail");
    }

    @GetMapping("/passwords/{secret}")
    Answer edit(@PathVariable String secret) {
        return changes.waits(secret) ? new ResetPage(secret, Refusals.NONE) : new LinkGonePage();
    }

    @PostMapping("/passwords/{secret}")
    Answer update(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.REDEEM_CLIENT, clients.of(request));
        var refusals = changes.refusals(secret, password);
        if (refusals.any() || !changes.waits(secret)) {
            return refusals.any() ? new ResetPage(secret, refusals) : new LinkGonePage();
        }
        var entrance = changes.reset(secret, changes.hash(password));
        return doorstep.answer(entrance, new LinkGonePage(), "/", request, response);
    }
}
