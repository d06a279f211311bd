package kith.identity;

import java.security.MessageDigest;
import java.util.Optional;
import kith.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proofs of e-mail addresses. Whoever opens the link in another browser than the one that signed up gives the password too: else somebody could sign up with
 * another's address and wait for its owner to confirm it for them.
 */
@Component
class Confirmations {
    private final Links links;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignUps signUps;
    private final SignIns signIns;
    private final Limits limits;
    private final AuditLog audit;

    Confirmations(
            Links links,
            Accounts accounts,
            Passwords passwords,
            SignUps signUps,
            SignIns signIns,
            Limits limits,
            AuditLog audit) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.signUps = signUps;
        this.signIns = signIns;
        this.limits = limits;
        this.audit = audit;
    }

    /** Whether this browser has to give the password with a link; empty where the link is gone. */
    Optional<Boolean> asksPassword(String secret, String browser) {
        return links.peek(Links.Kind.CONFIRM, secret)
                .map(link -> link.browser() == null || !MessageDigest.isEqual(link.browser(), Sessions.hash(browser)));
    }

    boolean proves(String secret, String password) {
        var account = links.peek(Links.Kind.CONFIRM, secret).flatMap(link -> accounts.find(link.who()));
        account.ifPresent(known -> limits.take(Limit.SIGN_IN_ADDRESS, known.email()));
        return passwords.match(password, account.map(Account::password).orElse(null));
    }

    @Transactional
    public Entrance redeem(String secret) {
        return links.redeem(Links.Kind.CONFIRM, secret)
                .flatMap(link -> {
                    accounts.confirm(link.who());
                    audit.note(link.who().value(), "email.confirmed", "account " + link.who(), "");
                    return accounts.find(link.who());
                })
                .map(signIns::admit)
                .orElseGet(Entrance.Wrong::new);
    }

    String address(Viewer viewer) {
        return accounts.of(viewer).email();
    }

    @Transactional
    public void again(Viewer viewer, String browser) {
        signUps.mailConfirmation(viewer.member(), browser);
    }
}
