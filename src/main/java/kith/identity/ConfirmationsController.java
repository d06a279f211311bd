package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kith.identity.SignInLinksController.LinkGonePage;
import kith.identity.SignUpController.LookForMailPage;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proving that an e-mail address is one's own. */
@Controller
@For(Audience.EVERYONE)
class ConfirmationsController {
    private final Confirmations confirmations;
    private final Doorstep doorstep;
    private final Clients clients;
    private final Limits limits;

    ConfirmationsController(Confirmations confirmations, Doorstep doorstep, Clients clients, Limits limits) {
        this.confirmations = confirmations;
        this.doorstep = doorstep;
        this.clients = clients;
        this.limits = limits;
    }

    /** The button that confirms; {@code password} says whether it is asked, because the mail was opened in another browser than the sign-up. */
    public record ConfirmPage(String secret, boolean password, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** Asks somebody signed in to confirm first, in place of a page that needs it. */
    public record ConfirmFirstPage(String email, Carried carried) implements Page {
        @Override
        public int status() {
            return 403;
        }
    }

    @GetMapping("/confirmations/{secret}")
    Answer show(@PathVariable String secret, HttpServletRequest request) {
        return confirmations
                .asksPassword(secret, browser(request))
                .<Answer>map(asks -> new ConfirmPage(secret, asks, Refusals.NONE))
                .orElseGet(LinkGonePage::new);
    }

    @PostMapping("/confirmations/{secret}")
    Answer update(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.REDEEM_CLIENT, clients.of(request));
        var asks = confirmations.asksPassword(secret, browser(request));
        if (asks.isEmpty()) {
            return new LinkGonePage();
        }
        if (asks.get() && !confirmations.proves(secret, password)) {
            return new ConfirmPage(secret, true, Refusals.of(Refusal.in("password", "identity.confirm.password")));
        }
        return doorstep.onward(confirmations.redeem(secret), new LinkGonePage(), request, response);
    }

    /** Stands in for pages that need a confirmed address ({@link Unwelcome} forwards here, inside the house). */
    @For(Audience.SIGNED_IN)
    @RequestMapping("/confirmations/first")
    Answer edit(Viewer viewer, HttpServletRequest request) {
        var carried = request.getAttribute(SignInFirst.CARRIED) instanceof Carried form ? form : Carried.NOTHING;
        return viewer.confirmed() ? new SeeOther("/") : new ConfirmFirstPage(confirmations.address(viewer), carried);
    }

    @For(Audience.SIGNED_IN)
    @PostMapping("/confirmations")
    Answer create(Viewer viewer, HttpServletResponse response) {
        limits.take(Limit.LINK_ADDRESS, viewer.member());
        var browser = Secret.next();
        response.addCookie(Doorstep.cookie(SignUpController.BROWSER, browser, 3 * 24 * 3600));
        confirmations.again(viewer, browser);
        return new LookForMailPage("identity.confirm.mail");
    }

    private static String browser(HttpServletRequest request) {
        return Doorstep.cookie(request, SignUpController.BROWSER).orElse("");
    }
}
