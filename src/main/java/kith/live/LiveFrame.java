package kith.live;

import jakarta.servlet.http.HttpServletRequest;
import kith.page.FramePart;
import kith.page.Framing;
import kith.page.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the pages of whoever is signed in, and those of communities to visitors, the bookmark from which they can follow. */
@Component
@Order(50)
class LiveFrame implements FramePart {
    private final Bookmarks bookmarks;

    LiveFrame(Bookmarks bookmarks) {
        this.bookmarks = bookmarks;
    }

    @Override
    public void add(Framing framing, Page page, HttpServletRequest request) {
        if (framing.signedIn() || framing.placed()) {
            framing.live(bookmarks.of(Beginnings.of(request)));
        }
    }
}
