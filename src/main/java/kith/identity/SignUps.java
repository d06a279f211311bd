package kith.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.audit.AuditLog;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How somebody becomes a member: by invitation, or openly where the house says so; whether an address is known here is told to nobody but its owner. */
@Component
class SignUps {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Invitations invitations;
    private final Consents consents;
    private final Links links;
    private final Letters letters;
    private final AuditLog audit;
    private final ObjectProvider<SignUpPolicy> policy;

    SignUps(
            Accounts accounts,
            Passwords passwords,
            Invitations invitations,
            Consents consents,
            Links links,
            Letters letters,
            AuditLog audit,
            ObjectProvider<SignUpPolicy> policy) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.invitations = invitations;
        this.consents = consents;
        this.links = links;
        this.letters = letters;
        this.audit = audit;
        this.policy = policy;
    }

    boolean open() {
        return policy.stream().anyMatch(SignUpPolicy::open);
    }

    int age() {
        return policy.stream().mapToInt(SignUpPolicy::age).max().orElse(16);
    }

    /** Whether the door is open to whoever holds this invitation (or none). */
    boolean welcomes(String invitation) {
        return open()
                || invitations.find(invitation).isPresent()
                || welcome(invitation).isPresent();
    }

    /** An invitation to a part of the house, which other modules make and know. */
    Optional<SignUpPolicy.Welcome> welcome(String invitation) {
        return invitation.isEmpty()
                ? Optional.empty()
                : policy.stream()
                        .flatMap(each -> each.welcome(invitation).stream())
                        .findFirst();
    }

    Refusals refusals(SignUpForm form) {
        var found = new ArrayList<Refusal>();
        if (EmailAddress.read(form.email()).isEmpty()) {
            found.add(Refusal.in("email", "identity.email.form"));
        }
        name(form.displayName(), null).ifPresent(found::add);
        Passwords.refusal(form.password(), form.name(), form.email()).ifPresent(found::add);
        if (!form.oldEnough()) {
            found.add(Refusal.in("oldEnough", "identity.sign-up.too-young", age()));
        }
        for (var kind : Consent.Kind.values()) {
            if (!form.consents().contains(kind)) {
                found.add(Refusal.in(field(kind), kind.key() + ".needed"));
            }
        }
        return new Refusals(found);
    }

    private static String field(Consent.Kind kind) {
        return switch (kind) {
            case TERMS -> "terms";
            case PRIVACY -> "privacy";
            case HEALTH_DATA -> "healthData";
        };
    }

    Optional<Refusal> name(DisplayName name, @org.jspecify.annotations.Nullable MemberId by) {
        return name.refusal()
                .or(() -> accounts.taken(name, by)
                        ? Optional.of(Refusal.in("name", "identity.name.taken"))
                        : Optional.empty());
    }

    /** What a newcomer should think about once more before they take this name. */
    static List<String> doubts(SignUpForm form) {
        return form.sure().equals(form.name()) ? List.of() : form.displayName().doubts(form.email());
    }

    String hash(SignUpForm form) {
        return passwords.hash(form.password());
    }

    /** Makes the account where the address is new, and mails its owner in any case; gives the account where it is theirs already, by invitation to that address. */
    @Transactional
    public Optional<MemberId> add(SignUpForm form, String hash, Locale locale, String browser) {
        var email = EmailAddress.read(form.email()).orElseThrow();
        var invitation = invitations.find(form.invitation());
        var ours = invitation.filter(i -> i.email().equals(email));
        var operator = ours.filter(Invitations.Invitation::operator).isPresent();
        var vouched = ours.isPresent()
                || welcome(form.invitation())
                        .filter(w -> w.email().equals(email))
                        .isPresent();
        var newcomer =
                new Newcomer(email, form.name(), hash, locale, Zones.guess(form.zone(), locale), operator, vouched);
        var added = accounts.admitAsHouse(newcomer);
        if (added.isEmpty()) {
            accounts.byEmail(email)
                    .filter(Account::usable)
                    .ifPresent(known -> letters.post(known.letter("known", "/sign-in")));
            return Optional.empty();
        }
        var who = added.get();
        if (invitation.isPresent() && !invitations.use(form.invitation()) && !open()) {
            throw new kith.page.NotHere();
        }
        form.consents().forEach(kind -> consents.give(who, kind, locale));
        audit.note(who.value(), "account.made", "account " + who, operator ? "operator" : "");
        if (!vouched) {
            mailConfirmation(who, browser);
        }
        return vouched ? added : Optional.empty();
    }

    /** Mails the link that proves an address; older ones end. */
    void mailConfirmation(MemberId who, String browser) {
        links.end(Links.Kind.CONFIRM, who);
        accounts.find(who)
                .filter(account -> account.status() == Status.UNCONFIRMED)
                .ifPresent(account -> letters.post(account.letter(
                        "confirm", "/confirmations/" + links.issue(Links.Kind.CONFIRM, who, null, browser))));
    }
}
