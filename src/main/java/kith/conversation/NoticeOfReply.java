package kith.conversation;

import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** Somebody answered in a topic of one's own. */
@Component
class NoticeOfReply extends NoticeOf {
    static final String KIND = "conversation.reply";

    NoticeOfReply(Glimpses glimpses, Phrases phrases) {
        super(glimpses, phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.CONCERNS_ME;
    }
}
