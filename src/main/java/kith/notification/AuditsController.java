package kith.notification;

import java.util.OptionalLong;
import kith.audit.AuditLog;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Checks for the operator that nobody changed the log of what was done. */
@Controller
@For(Audience.OPERATOR)
class AuditsController {
    private final AuditLog audit;
    private final Limits limits;

    AuditsController(AuditLog audit, Limits limits) {
        this.audit = audit;
        this.limits = limits;
    }

    /** The end of the log, to be written down; {@code broken} is null before a check, and empty where the log is whole. */
    public record AuditPage(String end, @Nullable OptionalLong broken) implements Page {}

    @GetMapping("/house/audit")
    AuditPage show() {
        return new AuditPage(audit.end(), null);
    }

    @PostMapping("/house/audit")
    Answer create(Viewer viewer) {
        limits.take(Limit.ACCOUNT_CHANGE, viewer.member());
        return new AuditPage(audit.end(), audit.firstBroken());
    }
}
