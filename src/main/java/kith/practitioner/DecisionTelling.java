package kith.practitioner;

import java.util.List;
import kith.notification.Inbox;
import kith.notification.News;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever asked what became of it. */
@Component
class DecisionTelling {
    private final Inbox inbox;

    DecisionTelling(Inbox inbox) {
        this.inbox = inbox;
    }

    @EventListener
    void on(ApplicationDecided decided) {
        inbox.tell(List.of(new News(
                NoticeOfDecision.KIND,
                decided.member(),
                decided.community().value(),
                decided.application(),
                decided.application(),
                null,
                decided.at())));
    }
}
