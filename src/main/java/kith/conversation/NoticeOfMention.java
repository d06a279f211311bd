package kith.conversation;

import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** Somebody named one in a post. */
@Component
class NoticeOfMention extends NoticeOf {
    static final String KIND = "conversation.mention";

    NoticeOfMention(Glimpses glimpses, Phrases phrases) {
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
