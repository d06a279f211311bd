package kith.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import kith.page.SeeOther;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody proved within ten minutes that they still are who signed in: asked before anything that could lock them out or take all they have. */
@Component
class Proofs {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Links links;
    private final Letters letters;
    private final Sessions sessions;
    private final Limits limits;

    Proofs(Accounts accounts, Passwords passwords, Links links, Letters letters, Sessions sessions, Limits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.letters = letters;
        this.sessions = sessions;
        this.limits = limits;
    }

    boolean fresh(Viewer viewer) {
        return viewer.provedAt() != null
                && viewer.provedAt().isAfter(Instant.now().minus(FRESH));
    }

    static SeeOther ask(String to) {
        return new SeeOther("/account/proofs/new?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    boolean byPassword(Viewer viewer, String password) {
        var account = accounts.of(viewer);
        limits.take(Limit.SIGN_IN_ADDRESS, account.email());
        return note(viewer, passwords.match(password, account.password()));
    }

    @Transactional
    public void mail(Viewer viewer, String to) {
        limits.take(Limit.LINK_ADDRESS, viewer.member());
        var account = accounts.of(viewer);
        var secret = links.issue(Links.Kind.PROVE, account.id());
        letters.post(account.letter(
                "prove", "/account/proofs/" + secret + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)));
    }

    @Transactional
    public boolean byLink(Viewer viewer, String secret) {
        var theirs = links.peek(Links.Kind.PROVE, secret)
                .filter(link -> viewer.is(link.who()))
                .isPresent();
        return note(viewer, theirs && links.redeem(Links.Kind.PROVE, secret).isPresent());
    }

    private boolean note(Viewer viewer, boolean proved) {
        if (proved) {
            sessions.proved(viewer);
        }
        return proved;
    }
}
