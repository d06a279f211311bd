package kith.community;

import java.util.Comparator;
import java.util.List;
import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The packs of the house with what each holds, for the operator and managers. */
@Controller
@For(Audience.MEMBERS)
class PacksController {
    /** All packs, and what is wrong with those that were refused. */
    public record PacksPage(List<Pack> packs, List<PackProblem> refused, boolean mayFound) implements Page {}

    /** One pack. */
    public record PackPage(Pack pack, boolean mayFound) implements Page {}

    private final Packs packs;
    private final Communities communities;
    private final Founding founding;

    PacksController(Packs packs, Communities communities, Founding founding) {
        this.packs = packs;
        this.communities = communities;
        this.founding = founding;
    }

    @GetMapping("/packs")
    PacksPage index(Viewer viewer) {
        check(viewer);
        return new PacksPage(
                packs.all().stream()
                        .sorted(Comparator.comparing(Pack::id).thenComparing(Pack::language))
                        .toList(),
                viewer.operator() ? packs.refused() : List.of(),
                founding.may(viewer));
    }

    @GetMapping("/packs/{id}/{language}")
    PackPage show(Viewer viewer, @PathVariable String id, @PathVariable String language) {
        check(viewer);
        return packs.newest(id, language)
                .filter(pack -> pack.language().equals(language))
                .map(pack -> new PackPage(pack, founding.may(viewer)))
                .orElseThrow(NotHere::new);
    }

    private void check(Viewer viewer) {
        if (!viewer.operator() && communities.of(viewer).stream().noneMatch(Place::manages)) {
            throw new NotHere();
        }
    }
}
