package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a password. */
@Controller
@For(Audience.EVERYONE)
class SignInController {
    private final SignIns signIns;
    private final Doorstep doorstep;
    private final Clients clients;
    private final SignUps signUps;

    SignInController(SignIns signIns, Doorstep doorstep, Clients clients, SignUps signUps) {
        this.signIns = signIns;
        this.doorstep = doorstep;
        this.clients = clients;
        this.signUps = signUps;
    }

    /** What is typed to sign in. */
    public record SignInForm(String email, String password, String to) {
        public SignInForm {
            email = Typed.line(email);
            password = Typed.text(password);
            to = Typed.path(to);
        }
    }

    /** The sign-in form; {@code code} is 401 where it stands in the way of something else. */
    public record SignInPage(SignInForm form, Refusals refusals, Carried carried, boolean open, int code)
            implements Page {
        @Override
        public int status() {
            return refusals.any() ? 422 : code;
        }
    }

    /** Asks for the code of the second step. */
    public record SecondPage(String to, Carried carried, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** Gives somebody back what they were sending. */
    public record CarriedPage(Carried carried) implements Page {}

    /** Tells somebody that their account is suspended, why, and how they get their data. */
    public record KeptOutPage(String reason, String secret) implements Page {
        @Override
        public int status() {
            return 403;
        }
    }

    @GetMapping("/sign-in")
    Answer new_(Viewer viewer, @RequestParam(defaultValue = "/") String to) {
        return viewer.signedIn()
                ? new SeeOther(Typed.path(to))
                : page(new SignInForm("", "", to), Refusals.NONE, Carried.NOTHING, 200);
    }

    @PostMapping("/sign-in")
    Answer create(@ModelAttribute SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        var entrance = signIns.byPassword(form.email(), form.password(), clients.of(request));
        var wrong = page(form, Refusals.of(Refusal.of("identity.sign-in.wrong")), Carried.again(request), 200);
        return doorstep.answer(entrance, wrong, form.to(), request, response);
    }

    /** Where a form arrives that nobody is signed in for ({@link SignInFirst} sends it here, inside the house). */
    @PostMapping("/sign-in/first")
    Answer edit(HttpServletRequest request) {
        var carried = request.getAttribute(SignInFirst.CARRIED) instanceof Carried form ? form : Carried.NOTHING;
        return page(new SignInForm("", "", "/"), Refusals.NONE, carried, 401);
    }

    private SignInPage page(SignInForm form, Refusals refusals, Carried carried, int code) {
        return new SignInPage(new SignInForm(form.email(), "", form.to()), refusals, carried, signUps.open(), code);
    }

    /** What is typed in the second step. */
    public record CodeForm(@Nullable String code, @Nullable String to) {}

    @PostMapping("/sign-in/second")
    Answer update(@ModelAttribute CodeForm form, HttpServletRequest request, HttpServletResponse response) {
        var to = Typed.path(form.to());
        var wrong =
                new SecondPage(to, Carried.again(request), Refusals.of(Refusal.in("code", "identity.second.wrong")));
        return Doorstep.second(request)
                .flatMap(secret -> signIns.byCode(secret, Typed.line(form.code())))
                .map(entrance -> doorstep.answer(entrance, wrong, to, request, response))
                .orElseGet(() -> page(
                        new SignInForm("", "", to),
                        Refusals.of(Refusal.of("identity.second.gone")),
                        Carried.again(request),
                        200));
    }

    /** Gives back a form to somebody who signed in by a way that brought them past it. */
    @PostMapping("/sign-in/return")
    Answer show(Viewer viewer, HttpServletRequest request) {
        var carried = Carried.again(request);
        return viewer.signedIn() && carried.any() ? new CarriedPage(carried) : new SeeOther("/");
    }
}
