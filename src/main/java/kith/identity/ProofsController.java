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

/** Asks somebody signed in to prove again who they are, before a step that matters. */
@Controller
@For(Audience.SIGNED_IN)
class ProofsController {
    private final Proofs proofs;

    ProofsController(Proofs proofs) {
        this.proofs = proofs;
    }

    /** The ways to prove it: password, passkey, or a link by mail. */
    public record ProofPage(String to, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** The button that uses a link from the mail. */
    public record UseProofPage(String secret, String to) implements Page {}

    @GetMapping("/account/proofs/new")
    ProofPage new_(@RequestParam(defaultValue = "/account/security") String to) {
        return new ProofPage(Typed.path(to), Refusals.NONE);
    }

    @PostMapping("/account/proofs")
    Answer create(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/account/security") String to,
            Viewer viewer) {
        return proofs.byPassword(viewer, password)
                ? new SeeOther(Typed.path(to))
                : new ProofPage(Typed.path(to), Refusals.of(Refusal.in("password", "identity.proof.wrong")));
    }

    @PostMapping("/account/proofs/mails")
    Answer update(@RequestParam(defaultValue = "/account/security") String to, Viewer viewer) {
        proofs.mail(viewer, Typed.path(to));
        return new SignUpController.LookForMailPage("identity.proof.mail");
    }

    @GetMapping("/account/proofs/{secret}")
    UseProofPage show(@PathVariable String secret, @RequestParam(defaultValue = "/account/security") String to) {
        return new UseProofPage(secret, Typed.path(to));
    }

    @PostMapping("/account/proofs/{secret}")
    Answer edit(
            @PathVariable String secret, @RequestParam(defaultValue = "/account/security") String to, Viewer viewer) {
        return proofs.byLink(viewer, secret) ? new SeeOther(Typed.path(to)) : new SignInLinksController.LinkGonePage();
    }
}
