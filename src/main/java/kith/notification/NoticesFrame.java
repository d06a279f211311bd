package kith.notification;

import jakarta.servlet.http.HttpServletRequest;
import kith.identity.Viewers;
import kith.page.Frame;
import kith.page.FramePart;
import kith.page.Framing;
import kith.page.Page;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts the bell on every page of a member: in how many topics there is news. One query, and a page without a database goes without. */
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
                var who = viewer.member();
                framing.bell(new Frame.Bell("/notices", who.toString(), inbox.unread(who)));
            } catch (DataAccessException away) {
                return;
            }
        }
    }
}
