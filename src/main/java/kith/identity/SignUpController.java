package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing up, with an invitation or without. */
@Controller
@For(Audience.EVERYONE)
class SignUpController {
    static final String BROWSER = "__Host-joining";
    private static final int THREE_DAYS = 3 * 24 * 3600;

    private final SignUps signUps;
    private final Invitations invitations;
    private final Limits limits;
    private final Clients clients;
    private final Doorstep doorstep;

    SignUpController(SignUps signUps, Invitations invitations, Limits limits, Clients clients, Doorstep doorstep) {
        this.signUps = signUps;
        this.invitations = invitations;
        this.limits = limits;
        this.clients = clients;
        this.doorstep = doorstep;
    }

    /** The sign-up form, with what to think about once more. */
    public record SignUpPage(SignUpForm form, Refusals refusals, List<String> doubts, int age) implements Page {
        @Override
        public int status() {
            return doubts.isEmpty() ? refusals.status() : 422;
        }

        /** Whether nothing was typed yet, so that the browser may still fill in its zone. */
        public boolean fresh() {
            return status() == 200;
        }
    }

    /** Says to look for a mail; the same whether or not there is one. */
    public record LookForMailPage(String key) implements Page {}

    /** Says that this house takes members by invitation. */
    public record ByInvitationPage() implements Page {}

    @GetMapping("/sign-up")
    Answer new_(Viewer viewer, HttpServletRequest request) {
        return signUps.open()
                ? page(SignUpForm.empty("", "", near(viewer, request)), Refusals.NONE, List.of())
                : new ByInvitationPage();
    }

    @GetMapping("/invitations/{secret}")
    Answer show(Viewer viewer, @PathVariable String secret, HttpServletRequest request) {
        limits.take(Limit.REDEEM_CLIENT, clients.of(request));
        var email = invitations
                .find(secret)
                .map(Invitations.Invitation::email)
                .or(() -> signUps.welcome(secret).map(SignUpPolicy.Welcome::email))
                .orElseThrow(NotHere::new);
        return page(SignUpForm.empty(secret, email, near(viewer, request)), Refusals.NONE, List.of());
    }

    @PostMapping("/sign-up")
    Answer create(
            @ModelAttribute SignUpForm form, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.SIGN_UP_CLIENT, clients.of(request));
        if (!signUps.welcomes(form.invitation())) {
            return new ByInvitationPage();
        }
        var refusals = signUps.refusals(form);
        var doubts = refusals.any() ? List.<String>of() : SignUps.doubts(form);
        return refusals.any() || !doubts.isEmpty()
                ? page(form, refusals, doubts)
                : admit(form, viewer, request, response);
    }

    private Answer admit(SignUpForm form, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        var hash = signUps.hash(form);
        var browser = Secret.next();
        var member = Evenly.answer(() -> signUps.add(form, hash, viewer.locale(), browser));
        response.addCookie(Doorstep.cookie(BROWSER, browser, THREE_DAYS));
        member.ifPresent(who -> doorstep.open(who, request, response));
        return member.isPresent()
                ? new SeeOther(
                        signUps.welcome(form.invitation())
                                .map(SignUpPolicy.Welcome::onward)
                                .orElse("/"),
                        "identity.sign-up.welcome")
                : new LookForMailPage("identity.sign-up.mail");
    }

    /** The zone where the house is, else the one where the browser's language is at home; a script asks the browser itself. */
    private static ZoneId near(Viewer viewer, HttpServletRequest request) {
        return viewer.zone().equals(ZoneOffset.UTC) ? Zones.guess("", request.getLocale()) : viewer.zone();
    }

    private SignUpPage page(SignUpForm form, Refusals refusals, List<String> doubts) {
        return new SignUpPage(form, refusals, doubts, signUps.age());
    }
}
