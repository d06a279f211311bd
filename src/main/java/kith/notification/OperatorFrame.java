package kith.notification;

import jakarta.servlet.http.HttpServletRequest;
import kith.page.Frame;
import kith.page.FramePart;
import kith.page.Framing;
import kith.page.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers the operator their ways wherever no community offers its own. */
@Component
@Order(60)
class OperatorFrame implements FramePart {
    @Override
    public void add(Framing framing, Page page, HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!framing.operated() || framing.placed() || path.startsWith("/setup")) {
            return;
        }
        way(framing, path, "/house", "notification.house.way", "settings");
        way(framing, path, "/accounts", "identity.accounts", "people");
        way(framing, path, "/invitations", "identity.invitations", "key");
        way(framing, path, "/mails", "notification.mails", "messages");
    }

    private static void way(Framing framing, String path, String to, String key, String icon) {
        var here = path.equals(to) || path.startsWith(to + "/");
        framing.way(new Frame.Way(to, key, icon, here, 0));
    }
}
