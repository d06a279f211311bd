package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kith.identity.SignUpController.LookForMailPage;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a link by mail: asked for, opened, and used by a button, because mail programs open links by themselves. */
@Controller
@For(Audience.EVERYONE)
class SignInLinksController {
    private final SignIns signIns;
    private final Doorstep doorstep;
    private final Clients clients;
    private final Limits limits;

    SignInLinksController(SignIns signIns, Doorstep doorstep, Clients clients, Limits limits) {
        this.signIns = signIns;
        this.doorstep = doorstep;
        this.clients = clients;
        this.limits = limits;
    }

    /** Whose link is asked for, and where to go with it. */
    public record LinkForm(@Nullable String email, @Nullable String to) {}

    /** The form that asks for a link. */
    public record AskLinkPage(String to) implements Page {}

    /** The button that uses a link. */
    public record UseLinkPage(String secret, String to) implements Page {}

    /** Says that a link is used up or too old. */
    public record LinkGonePage() implements Page {
        @Override
        public int status() {
            return 410;
        }
    }

    @GetMapping("/sign-in-links/new")
    AskLinkPage new_(@RequestParam(defaultValue = "/") String to) {
        return new AskLinkPage(Typed.path(to));
    }

    @PostMapping("/sign-in-links")
    Answer create(@ModelAttribute LinkForm form, HttpServletRequest request) {
        var email = Typed.line(form.email());
        limits.take(Limit.LINK_CLIENT, clients.of(request));
        limits.take(Limit.LINK_ADDRESS, EmailAddress.read(email).orElse("none"));
        Evenly.answer(() -> {
            signIns.mailLink(email, Typed.path(form.to()));
            return true;
        });
        return new LookForMailPage("identity.link.mail");
    }

    @GetMapping("/sign-in-links/{secret}")
    UseLinkPage show(@PathVariable String secret, @RequestParam(defaultValue = "/") String to) {
        return new UseLinkPage(secret, Typed.path(to));
    }

    @PostMapping("/sign-in-links/{secret}")
    Answer update(
            @PathVariable String secret,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.REDEEM_CLIENT, clients.of(request));
        return doorstep.answer(signIns.byLink(secret), new LinkGonePage(), Typed.path(to), request, response);
    }
}
