package kith.notification;

import jakarta.servlet.http.HttpServletRequest;
import kith.identity.MemberId;
import kith.identity.Viewers;
import kith.page.ByItself;
import kith.page.Frame;
import kith.page.FramePart;
import kith.page.Framing;
import kith.page.Page;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts the bell on every page of a member: in how many topics there is news, without the one that the page shows. One query, and a page without a database goes without. */
@Component
@Order(70)
class NoticesFrame implements FramePart {
    private final Inbox inbox;

    NoticesFrame(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void add(Framing framing, Page page, HttpServletRequest request) {
        var viewer = Viewers.current();
        if (viewer.confirmed()) {
            try {
                framing.bell(new Frame.Bell("/notices", unread(viewer.member(), page, request)));
            } catch (DataAccessException away) {
                return;
            }
        }
    }

    private int unread(MemberId who, Page page, HttpServletRequest request) {
        var unseen = inbox.unseen(who);
        if (page instanceof Told told && !ByItself.asks(request) && unseen.remove(told.thread())) {
            inbox.seen(who, told.thread());
        }
        return unseen.size();
    }
}
