package kith.identity;

import java.util.Optional;
import kith.audit.AuditLog;
import kith.page.Refusals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** New passwords, by somebody signed in or by a link from their mail; either ends every other session and every link on its way, and is told by mail. */
@Component
class PasswordChanges {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Links links;
    private final Letters letters;
    private final SignIns signIns;
    private final Sessions sessions;
    private final AuditLog audit;

    PasswordChanges(
            Accounts accounts,
            Passwords passwords,
            Links links,
            Letters letters,
            SignIns signIns,
            Sessions sessions,
            AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.letters = letters;
        this.signIns = signIns;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Transactional
    public void mailReset(String email) {
        EmailAddress.read(email)
                .flatMap(accounts::byEmail)
                .filter(Account::usable)
                .ifPresent(account -> letters.post(
                        account.letter("reset", "/passwords/" + links.issue(Links.Kind.RESET, account.id()))));
    }

    boolean waits(String secret) {
        return links.peek(Links.Kind.RESET, secret).isPresent();
    }

    Refusals refusals(String secret, String password) {
        return links.peek(Links.Kind.RESET, secret)
                .flatMap(link -> accounts.find(link.who()))
                .map(account -> refusals(account, password))
                .orElse(Refusals.NONE);
    }

    static Refusals refusals(Account account, String password) {
        return Refusals.gather(Passwords.refusal(password, account.name(), account.email()));
    }

    /** Outside any transaction, because it is slow and waits for its turn. */
    String hash(String password) {
        return passwords.hash(password);
    }

    @Transactional
    public Entrance reset(String secret, String hash) {
        Optional<Account> account = links.redeem(Links.Kind.RESET, secret).flatMap(link -> accounts.find(link.who()));
        account.ifPresent(known -> {
            signIns.proveAddress(known);
            set(known, hash);
            sessions.endAll(known.id());
        });
        return account.flatMap(known -> accounts.find(known.id()))
                .map(signIns::admit)
                .orElseGet(Entrance.Wrong::new);
    }

    /** A new password for the viewer, who keeps this one session. */
    @Transactional
    public void change(Viewer viewer, String hash) {
        set(accounts.of(viewer), hash);
        sessions.endOthers(viewer);
    }

    private void set(Account account, String hash) {
        accounts.password(account.id(), hash);
        links.endAll(account.id());
        letters.post(account.letter("password-changed", "/passwords/new"));
        audit.note(account.id().value(), "password.changed", "account " + account.id(), "");
    }
}
