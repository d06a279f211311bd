package kith.conversation;

import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** Somebody answered in a topic that one follows. */
@Component
class NoticeOfFollowed extends NoticeOf {
    static final String KIND = "conversation.followed";

    NoticeOfFollowed(Glimpses glimpses, Phrases phrases) {
        super(glimpses, phrases);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.FOLLOWED;
    }
}
