package kith.notification;

import java.util.UUID;
import kith.audit.AuditLog;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails that lie in the house, for its operator; each reading is written down, because a mail can let somebody in. */
@Controller
@For(Audience.OPERATOR)
class MailsController {
    private final Mails mails;
    private final MailSettings settings;
    private final AuditLog audit;

    MailsController(Mails mails, MailSettings settings, AuditLog audit) {
        this.mails = mails;
        this.settings = settings;
        this.audit = audit;
    }

    /** The kept mails, the newest first; {@code carried} where there is a mail server that could carry them. */
    public record MailsPage(Slice<KeptMail> mails, boolean later, boolean carried) implements Page {}

    /** One mail. */
    public record MailPage(KeptMail mail) implements Page {}

    @GetMapping("/mails")
    MailsPage index(@RequestParam(required = false) @Nullable UUID after) {
        return new MailsPage(mails.kept(after), after != null, settings.host() != null);
    }

    @GetMapping("/mails/{id}")
    MailPage show(@PathVariable UUID id, Viewer viewer) {
        var mail = mails.find(id).orElseThrow(NotHere::new);
        audit.note(viewer.member().value(), "mail.read", "mail " + id, "");
        return new MailPage(mail);
    }

    /** Sends what lies here, once there is a mail server. */
    @PostMapping("/mails/sending")
    Answer create(Viewer viewer) {
        mails.sendAgain();
        audit.note(viewer.member().value(), "mails.sent-again", "house", "");
        return new SeeOther("/mails", "notification.mails.sending");
    }
}
