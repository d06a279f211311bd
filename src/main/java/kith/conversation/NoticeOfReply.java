package kith.conversation;

import kith.identity.Viewer;
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

    /** Where a host gave the answer a topic of its own, it is not in the reader's own any more. */
    @Override
    String line(Viewer viewer, String who, Topic topic) {
        return topic.mine()
                ? super.line(viewer, who, topic)
                : phrases.say(viewer.locale(), "conversation.reply.notice.moved", who, title(viewer, topic));
    }
}
