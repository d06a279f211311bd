package kith.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Everything about oneself, to take along. */
@Controller
@For(Audience.SIGNED_IN)
class ExportsController {
    private final Exports exports;
    private final Proofs proofs;
    private final Limits limits;
    private final Links links;
    private final Accounts accounts;

    ExportsController(Exports exports, Proofs proofs, Limits limits, Links links, Accounts accounts) {
        this.exports = exports;
        this.proofs = proofs;
        this.limits = limits;
        this.links = links;
        this.accounts = accounts;
    }

    /** Says what is in it, with the button that makes it. */
    public record ExportPage() implements Page {}

    @GetMapping("/exports")
    Answer new_(Viewer viewer) {
        return proofs.fresh(viewer) ? new ExportPage() : Proofs.ask("/exports");
    }

    @PostMapping("/exports")
    Answer create(Viewer viewer, HttpServletResponse response) throws IOException {
        if (!proofs.fresh(viewer)) {
            return Proofs.ask("/exports");
        }
        return send(accounts.of(viewer), response);
    }

    /** The way for somebody whose account is suspended, who holds a link from the sign-in. */
    @For(Audience.EVERYONE)
    @PostMapping("/exports/{secret}")
    Answer show(@PathVariable String secret, HttpServletResponse response) throws IOException {
        var account = links.redeem(Links.Kind.EXPORT, secret).flatMap(link -> accounts.find(link.who()));
        return account.isPresent() ? send(account.get(), response) : new SignInLinksController.LinkGonePage();
    }

    private Answer send(Account account, HttpServletResponse response) throws IOException {
        limits.take(Limit.EXPORT, account.id());
        var chapters = exports.collect(account.id());
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"kith.zip\"");
        exports.write(chapters, account.locale(), account.zone(), response.getOutputStream());
        return new Sent();
    }
}
