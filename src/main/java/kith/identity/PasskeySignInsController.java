package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import kith.page.Audience;
import kith.page.For;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey, and proving with one again who is there. */
@Controller
@For(Audience.EVERYONE)
class PasskeySignInsController {
    private final PasskeyCeremonies ceremonies;
    private final Challenges challenges;
    private final SignIns signIns;
    private final Doorstep doorstep;
    private final Sessions sessions;
    private final Limits limits;
    private final Clients clients;

    PasskeySignInsController(
            PasskeyCeremonies ceremonies,
            Challenges challenges,
            SignIns signIns,
            Doorstep doorstep,
            Sessions sessions,
            Limits limits,
            Clients clients) {
        this.ceremonies = ceremonies;
        this.challenges = challenges;
        this.signIns = signIns;
        this.doorstep = doorstep;
        this.sessions = sessions;
        this.limits = limits;
        this.clients = clients;
    }

    @PostMapping(path = "/passkeys/challenges", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String new_(HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.PASSKEY_CLIENT, clients.of(request));
        var browser = Secret.next();
        response.addCookie(Doorstep.cookie(PasskeysController.BROWSER, browser, PasskeysController.FIVE_MINUTES));
        return ceremonies.request(challenges.make(browser, null));
    }

    @PostMapping(
            path = "/passkeys/sign-ins",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, String>> create(
            @RequestBody String body, HttpServletRequest request, HttpServletResponse response) {
        var entrance = owner(body, request).map(signIns::byPasskey);
        if (entrance.isPresent() && entrance.get() instanceof Entrance.In in) {
            doorstep.open(in.who(), request, response);
            return ResponseEntity.ok(Map.of("to", "/", "csrf", Doorstep.token(request)));
        }
        return ResponseEntity.unprocessableContent().build();
    }

    /** The same signature from somebody already signed in is a fresh proof. */
    @For(Audience.SIGNED_IN)
    @PostMapping(
            path = "/passkeys/proofs",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, String>> update(@RequestBody String body, Viewer viewer, HttpServletRequest request) {
        if (owner(body, request).filter(viewer::is).isEmpty()) {
            return ResponseEntity.unprocessableContent().build();
        }
        sessions.proved(viewer);
        return ResponseEntity.ok(Map.of("to", "/"));
    }

    private Optional<MemberId> owner(String body, HttpServletRequest request) {
        var credential = PasskeyCeremonies.read(body);
        return credential == null
                ? Optional.empty()
                : Doorstep.cookie(request, PasskeysController.BROWSER)
                        .flatMap(browser -> challenges.take(browser, null))
                        .flatMap(challenge -> ceremonies.prove(challenge, credential));
    }
}
