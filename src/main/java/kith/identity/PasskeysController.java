package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A member's own passkeys. */
@Controller
@For(Audience.SIGNED_IN)
class PasskeysController {
    static final String BROWSER = "__Host-passkey";
    static final int FIVE_MINUTES = 300;

    private final Passkeys passkeys;
    private final PasskeyCeremonies ceremonies;
    private final Challenges challenges;
    private final WayChanges changes;
    private final Proofs proofs;

    PasskeysController(
            Passkeys passkeys, PasskeyCeremonies ceremonies, Challenges challenges, WayChanges changes, Proofs proofs) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.challenges = challenges;
        this.changes = changes;
        this.proofs = proofs;
    }

    /** The passkeys of a member, and the way to one more. */
    public record PasskeysPage(List<Passkey> passkeys) implements Page {}

    @GetMapping("/passkeys")
    Answer index(Viewer viewer) {
        return proofs.fresh(viewer) ? new PasskeysPage(passkeys.of(viewer)) : Proofs.ask("/passkeys");
    }

    /** The start of making one: what the browser's authenticator is asked to make. */
    @PostMapping(path = "/passkeys/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<String> new_(Viewer viewer, HttpServletResponse response) {
        if (!proofs.fresh(viewer)) {
            return ResponseEntity.status(403).build();
        }
        var browser = Secret.next();
        response.addCookie(Doorstep.cookie(BROWSER, browser, FIVE_MINUTES));
        return ResponseEntity.ok(ceremonies.creation(viewer.member(), challenges.make(browser, viewer.member())));
    }

    @PostMapping(
            path = "/passkeys",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, String>> create(@RequestBody String body, Viewer viewer, HttpServletRequest request) {
        var credential = PasskeyCeremonies.read(body);
        var challenge = Doorstep.cookie(request, BROWSER).flatMap(browser -> challenges.take(browser, viewer.member()));
        var made = credential != null
                && proofs.fresh(viewer)
                && challenge.isPresent()
                && changes.addPasskey(
                        viewer, challenge.get(), credential, Devices.name(request.getHeader("User-Agent")));
        return made
                ? ResponseEntity.ok(Map.of("to", "/passkeys"))
                : ResponseEntity.unprocessableContent().build();
    }

    @PostMapping("/passkeys/{id}")
    Answer update(@PathVariable UUID id, @RequestParam(defaultValue = "") String label, Viewer viewer) {
        var plain = label.strip();
        if (plain.isEmpty() || plain.length() > 60 || !passkeys.rename(viewer, id, plain)) {
            throw new NotHere();
        }
        return new SeeOther("/passkeys", "identity.saved");
    }

    @PostMapping("/passkeys/{id}/removal")
    Answer destroy(@PathVariable UUID id, Viewer viewer) {
        if (!proofs.fresh(viewer)) {
            return Proofs.ask("/passkeys");
        }
        changes.removePasskey(viewer, id);
        return new SeeOther("/passkeys", "identity.passkey.removed");
    }
}
