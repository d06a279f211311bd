package kith.notification;

import java.util.UUID;
import kith.audit.AuditLog;
import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails that lie in the house, for its operator; each reading is written down, because a mail can let somebody in. */
@Controller
@For(Audience.OPERATOR)
class MailsController {
    private final Mails mails;
    private final AuditLog audit;

    MailsController(Mails mails, AuditLog audit) {
        this.mails = mails;
        this.audit = audit;
    }

    /** The kept mails, the newest first. */
    public record MailsPage(Slice<KeptMail> mails, boolean later) implements Page {}

    /** One mail. */
    public record MailPage(KeptMail mail) implements Page {}

    @GetMapping("/mails")
    MailsPage index(@RequestParam(required = false) @Nullable UUID after) {
        return new MailsPage(mails.kept(after), after != null);
    }

    @GetMapping("/mails/{id}")
    MailPage show(@PathVariable UUID id, Viewer viewer) {
        var mail = mails.find(id).orElseThrow(NotHere::new);
        audit.note(viewer.member().value(), "mail.read", "mail " + id, "");
        return new MailPage(mail);
    }
}
