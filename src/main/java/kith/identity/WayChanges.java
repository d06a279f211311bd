package kith.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.page.NotHere;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Changes of the ways in and of the address: each ends every other session and all links on their way, and is told to its owner by mail. */
@Component
class WayChanges {
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasskeyCeremonies ceremonies;
    private final SecondSteps steps;
    private final Links links;
    private final Letters letters;
    private final Sessions sessions;
    private final AuditLog audit;

    WayChanges(
            Accounts accounts,
            Passkeys passkeys,
            PasskeyCeremonies ceremonies,
            SecondSteps steps,
            Links links,
            Letters letters,
            Sessions sessions,
            AuditLog audit) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.steps = steps;
        this.links = links;
        this.letters = letters;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Transactional
    public boolean addPasskey(Viewer viewer, Bytes challenge, JsonNode credential, String label) {
        var made = ceremonies.make(viewer.member(), challenge, credential, label.isEmpty() ? "Passkey" : label);
        if (made) {
            tell(viewer, "passkey-added");
        }
        return made;
    }

    @Transactional
    public void removePasskey(Viewer viewer, UUID id) {
        if (!passkeys.remove(viewer, id)) {
            throw new NotHere();
        }
        settle(viewer, "passkey-removed");
    }

    /** Begins with the second step and gives the recovery codes. */
    @Transactional
    public List<String> beginSecond(Viewer viewer, byte[] secret, long step) {
        var codes = steps.begin(viewer.member(), secret, step);
        settle(viewer, "second-added");
        return codes;
    }

    @Transactional
    public List<String> renewCodes(Viewer viewer) {
        tell(viewer, "codes-renewed");
        return steps.renew(viewer.member());
    }

    @Transactional
    public void endSecond(Viewer viewer) {
        steps.end(viewer.member());
        settle(viewer, "second-removed");
    }

    /** Mails a link to the new address; until it is used there, the old one stays. An address of another account's hears of it, and nobody else does. */
    @Transactional
    public void proposeEmail(Viewer viewer, String email) {
        var account = accounts.of(viewer);
        var known = accounts.byEmail(email);
        if (known.isPresent()) {
            known.filter(Account::usable).ifPresent(other -> letters.post(other.letter("known", "/sign-in")));
            return;
        }
        links.end(Links.Kind.EMAIL, account.id());
        var path = "/account/emails/" + links.issue(Links.Kind.EMAIL, account.id(), email, null);
        letters.post(new Letter(account.id(), email, account.locale(), "identity.mail.email-new", path, List.of()));
    }

    /** Takes the new address whose link was used by its account, and tells the old one. */
    @Transactional
    public boolean takeEmail(Viewer viewer, String secret) {
        var link = links.peek(Links.Kind.EMAIL, secret).filter(l -> viewer.is(l.who()));
        var email = link.flatMap(l -> Optional.ofNullable(l.email()));
        if (email.isEmpty() || links.redeem(Links.Kind.EMAIL, secret).isEmpty()) {
            return false;
        }
        var old = accounts.of(viewer);
        if (!accounts.email(viewer.member(), email.get())) {
            return false;
        }
        accounts.confirm(viewer.member());
        letters.post(old.letter("email-changed", null));
        settle(viewer, "email-changed");
        return true;
    }

    private void settle(Viewer viewer, String what) {
        sessions.endOthers(viewer);
        links.endAll(viewer.member());
        tell(viewer, what);
    }

    private void tell(Viewer viewer, String what) {
        letters.post(accounts.of(viewer).letter(what, "/account/security"));
        audit.note(viewer.member().value(), "account." + what, "account " + viewer.member(), "");
    }
}
