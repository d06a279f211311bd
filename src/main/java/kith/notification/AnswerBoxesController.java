package kith.notification;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import kith.audit.AuditLog;
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

/** The mailbox in which the house hears answers by mail: chosen, looked into, or done without. */
@Controller
@For(Audience.OPERATOR)
class AnswerBoxesController {
    private final AnswerSettings settings;
    private final Limits limits;
    private final AuditLog audit;

    AnswerBoxesController(AnswerSettings settings, Limits limits, AuditLog audit) {
        this.settings = settings;
        this.limits = limits;
        this.audit = audit;
    }

    /** The mailbox as chosen or typed; {@code tried} after the house could look into it. */
    public record AnswerBoxPage(AnswerBoxForm form, boolean demo, boolean chosen, boolean tried, Refusals refusals)
            implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/house/answers")
    AnswerBoxPage edit() {
        return page(AnswerBoxForm.of(settings.kept()), false, Refusals.NONE);
    }

    @PostMapping("/house/answers")
    Answer update(@ModelAttribute AnswerBoxForm form, Viewer viewer) {
        var kept = settings.kept();
        var refusals = form.refusals(kept);
        if (refusals.any()) {
            return page(form, false, refusals);
        }
        settings.keep(form.box(kept));
        audit.note(viewer.member().value(), "house.answers.chosen", "house", "");
        return new SeeOther("/house/answers", "notification.saved");
    }

    /** Looks into what is typed, without keeping it. */
    @PostMapping("/house/answers/trials")
    Answer create(@ModelAttribute AnswerBoxForm form, Viewer viewer) {
        limits.take(Limit.ACCOUNT_CHANGE, viewer.member());
        var kept = settings.kept();
        var refusals = form.refusals(kept);
        if (refusals.any()) {
            return page(form, false, refusals);
        }
        return said(form.box(kept), kept)
                .map(said -> page(form, false, Refusals.of(Refusal.in("host", "notification.answers.failed", said))))
                .orElseGet(() -> page(form, true, Refusals.NONE));
    }

    private static Optional<String> said(AnswerBox box, Optional<AnswerBox> kept) {
        return box.brought() ? door(box, kept) : mailbox(box);
    }

    /** Whether the port is free, or is the house's own already. */
    private static Optional<String> door(AnswerBox box, Optional<AnswerBox> kept) {
        try (var free = Lmtp.bind(box)) {
            return free.isBound() ? Optional.empty() : Optional.of("");
        } catch (IOException taken) {
            return kept.filter(box::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(String.valueOf(taken.getMessage()));
        }
    }

    private static Optional<String> mailbox(AnswerBox box) {
        try (var imap = Imap.open(box, Folder.READ_ONLY)) {
            return imap.validity() > 0 ? Optional.empty() : Optional.of("no UIDVALIDITY");
        } catch (MessagingException refused) {
            var said = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
            return Optional.of(said.length() > 200 ? said.substring(0, 200) + "…" : said);
        }
    }

    @PostMapping("/house/answers/removal")
    Answer destroy(Viewer viewer) {
        settings.forget();
        audit.note(viewer.member().value(), "house.answers.removed", "house", "");
        return new SeeOther("/house/answers", "notification.answers.removed");
    }

    private AnswerBoxPage page(AnswerBoxForm form, boolean tried, Refusals refusals) {
        return new AnswerBoxPage(form, settings.demo(), settings.kept().isPresent(), tried, refusals);
    }
}
