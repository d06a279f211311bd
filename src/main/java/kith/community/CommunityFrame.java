package kith.community;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kith.page.Frame;
import kith.page.FramePart;
import kith.page.Framing;
import kith.page.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts a page that lies in a community into that community's frame: its name, its look and the ways that the modules offer there. */
@Component
@Order(2)
class CommunityFrame implements FramePart {
    private final List<PlaceWays> ways;
    private final PlaceLooks looks;

    CommunityFrame(List<PlaceWays> ways, PlaceLooks looks) {
        this.ways = ways;
        this.looks = looks;
    }

    @Override
    public void add(Framing framing, Page page, HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.startsWith("/setup")) {
            // Before the house stands, every other way leads back here.
            return;
        }
        framing.help(page instanceof InPlace in ? in.place().path("help") : "/help");
        framing.way(new Frame.Way("/", "community.home.title", "home", path.equals("/"), 0));
        if (!(page instanceof InPlace in && in.place().readable())) {
            framing.way(new Frame.Way(
                    "/communities", "community.index.title", "people", path.startsWith("/communities"), 0));
        }
        if (page instanceof InPlace in) {
            var place = in.place();
            var community = place.community();
            framing.place(new Frame.Place(community.name(), community.slug(), community.look(), community.motif()));
            looks.of(place).ifPresent(framing::colours);
            ways.stream()
                    .filter(part -> place.readable())
                    .flatMap(part -> part.ways(place).stream())
                    .forEach(way -> framing.way(
                            new Frame.Way(way.path(), way.key(), way.icon(), way.leads(path), way.fresh())));
        }
    }
}
