package kith.notification;

import kith.audit.AuditLog;
import kith.identity.Accounts;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The mail server that carries the house's mails: chosen, tried with one mail to the operator, or done without. */
@Controller
@For(Audience.OPERATOR)
class MailServersController {
    private final MailSettings settings;
    private final Accounts accounts;
    private final Limits limits;
    private final AuditLog audit;

    MailServersController(MailSettings settings, Accounts accounts, Limits limits, AuditLog audit) {
        this.settings = settings;
        this.accounts = accounts;
        this.limits = limits;
        this.audit = audit;
    }

    /** The server as chosen or typed; {@code tried} after it took a test mail, {@code chosen} where one is kept. */
    public record MailServerPage(
            MailServerForm form,
            MailSettings.Ruled by,
            boolean chosen,
            boolean password,
            boolean tried,
            Refusals refusals)
            implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/house/mail")
    MailServerPage edit() {
        return page(settings.form(), false, Refusals.NONE);
    }

    @PostMapping("/house/mail")
    Answer update(@ModelAttribute MailServerForm form, Viewer viewer) {
        var kept = settings.kept();
        var refusals = form.refusals(kept);
        if (refusals.any()) {
            return page(form, false, refusals);
        }
        settings.keepAsHouse(form.choice(kept));
        audit.note(viewer.member().value(), "house.mail.chosen", "house", "");
        return new SeeOther("/house/mail", "notification.saved");
    }

    /** Tries what is typed, without keeping it. */
    @PostMapping("/house/mail/trials")
    Answer create(@ModelAttribute MailServerForm form, Viewer viewer) {
        limits.take(Limit.ACCOUNT_CHANGE, viewer.member());
        var kept = settings.kept();
        var refusals = form.refusals(kept);
        if (refusals.any()) {
            return page(form, false, refusals);
        }
        var to = accounts.reachAsHouse(viewer.member()).orElseThrow().email();
        return settings.tryAsHouse(form.choice(kept), to, viewer.locale())
                .map(said -> page(form, false, Refusals.of(Refusal.in("host", "notification.trial.failed", said))))
                .orElseGet(() -> page(form, true, Refusals.NONE));
    }

    @PostMapping("/house/mail/removal")
    Answer destroy(Viewer viewer) {
        settings.forget();
        audit.note(viewer.member().value(), "house.mail.removed", "house", "");
        return new SeeOther("/house/mail", "notification.server.removed");
    }

    private MailServerPage page(MailServerForm form, boolean tried, Refusals refusals) {
        var kept = settings.kept();
        return new MailServerPage(
                form,
                settings.ruled(),
                kept.isPresent(),
                kept.filter(server -> server.password() != null).isPresent(),
                tried,
                refusals);
    }
}
