package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import kith.page.Frame;
import kith.page.FramePart;
import kith.page.Framing;
import kith.page.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the frame who reads, in which language and zone. */
@Component
@Order(1)
class IdentityFrame implements FramePart {
    @Override
    public void add(Framing framing, Page page, HttpServletRequest request) {
        var viewer = Viewers.current();
        framing.reader(viewer.locale(), viewer.zone());
        if (viewer.signedIn()) {
            var card = viewer.card();
            framing.person(new Frame.Person(card.name(), card.face(), card.picture(), viewer.operator()));
        }
    }
}
