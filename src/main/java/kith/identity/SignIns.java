package kith.identity;

import java.util.Optional;
import kith.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides who is let in, by password, by link and by code; every way asks whether the account may be used, and none goes around the second step. */
@Component
class SignIns {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Links links;
    private final Limits limits;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final Letters letters;
    private final Sessions sessions;
    private final AuditLog audit;

    SignIns(
            Accounts accounts,
            Passwords passwords,
            Links links,
            Limits limits,
            SecondSteps steps,
            Passkeys passkeys,
            Letters letters,
            Sessions sessions,
            AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.limits = limits;
        this.steps = steps;
        this.passkeys = passkeys;
        this.letters = letters;
        this.sessions = sessions;
        this.audit = audit;
    }

    Entrance byPassword(String email, String password, String client) {
        limits.take(Limit.SIGN_IN_CLIENT, client);
        var address = EmailAddress.read(email);
        limits.take(Limit.SIGN_IN_ADDRESS, address.orElse("none"));
        var account = address.flatMap(accounts::byEmail);
        var right = passwords.match(password, account.map(Account::password).orElse(null));
        return right ? admit(account.orElseThrow()) : new Entrance.Wrong();
    }

    /** Mails a link to whoever asks, if there is an account that may be used. */
    @Transactional
    public void mailLink(String email, String to) {
        EmailAddress.read(email)
                .flatMap(accounts::byEmail)
                .filter(Account::usable)
                .ifPresent(account -> letters.post(account.letter(
                        "sign-in",
                        "/sign-in-links/" + links.issue(Links.Kind.SIGN_IN, account.id()) + "?to=" + encode(to))));
    }

    /** Lets in whoever holds a link from their mail; it also proves the address, and ends a password that was set before anybody had proved it. */
    @Transactional
    public Entrance byLink(String secret) {
        return links.redeem(Links.Kind.SIGN_IN, secret)
                .flatMap(link -> accounts.find(link.who()))
                .map(account -> {
                    proveAddress(account);
                    return admit(account);
                })
                .orElseGet(Entrance.Wrong::new);
    }

    void proveAddress(Account account) {
        if (account.status() == Status.UNCONFIRMED && accounts.confirm(account.id())) {
            accounts.forgetPassword(account.id());
            steps.end(account.id());
            passkeys.endAll(account.id());
            sessions.endAll(account.id());
        }
    }

    /** What a proof of one kind is worth. */
    Entrance admit(Account account) {
        return switch (account.status()) {
            case ERASED -> new Entrance.Wrong();
            case SUSPENDED -> new Entrance.KeptOut(account.reason(), links.issue(Links.Kind.EXPORT, account.id()));
            case ACTIVE, UNCONFIRMED ->
                steps.has(account.id())
                        ? new Entrance.Second(links.issue(Links.Kind.SECOND, account.id()))
                        : new Entrance.In(account.id());
        };
    }

    /** A passkey proves possession and the person at once, so that no code is asked. */
    Entrance byPasskey(MemberId who) {
        return accounts.find(who)
                .map(account -> account.usable() ? new Entrance.In(who) : admit(account))
                .orElseGet(Entrance.Wrong::new);
    }

    /** Takes the code of somebody who came through the first step; empty where their place is gone. */
    @Transactional
    public Optional<Entrance> byCode(String secret, String code) {
        return links.peek(Links.Kind.SECOND, secret).map(link -> {
            limits.take(Limit.SECOND_STEP, link.who());
            if (!steps.accept(link.who(), code)) {
                return new Entrance.Wrong();
            }
            var usable = accounts.find(link.who()).filter(Account::usable).isPresent();
            return usable && links.redeem(Links.Kind.SECOND, secret).isPresent()
                    ? new Entrance.In(link.who())
                    : new Entrance.Wrong();
        });
    }

    void note(MemberId who, String verb) {
        audit.note(who.value(), verb, "account " + who, "");
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
