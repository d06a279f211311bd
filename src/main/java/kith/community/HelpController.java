package kith.community;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Markdown;
import kith.page.NotHere;
import kith.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** “I need support now”: the emergency number and the lines of the reader's country, with the pack's cards. It asks for nothing and notes nothing. */
@Controller
@For(Audience.EVERYONE)
class HelpController {
    /** A card of the pack, rendered. */
    public record HelpCard(String title, String html) {}

    /** Help for one country; {@code country} is empty where none is known, {@code place} null outside of communities. */
    public record HelpPage(
            String path,
            @Nullable String back,
            Pack.CrisisHelp help,
            String country,
            Map<String, String> countries,
            List<HelpCard> cards)
            implements Page {}

    /** The same within a community. */
    public record PlaceHelpPage(Place place, HelpPage help) implements Page, InPlace {}

    private final Communities communities;
    private final PlacePacks placePacks;
    private final Packs packs;

    HelpController(Communities communities, PlacePacks placePacks, Packs packs) {
        this.communities = communities;
        this.placePacks = placePacks;
        this.packs = packs;
    }

    @GetMapping("/help")
    HelpPage index(Viewer viewer, @RequestParam(defaultValue = "") String country) {
        var all = packs.newest(viewer.locale().getLanguage());
        var chosen = Country.chosen(country, viewer.zone());
        var pack = all.stream()
                .filter(each -> each.crisisLines().containsKey(chosen))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(NotHere::new);
        return page("/help", null, pack, chosen, viewer.locale(), List.of());
    }

    @GetMapping("/help/{slug}")
    PlaceHelpPage show(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String country) {
        var place = communities.door(viewer, slug);
        var pack = placePacks.of(place).pack();
        var cards = pack.cards().stream()
                .map(card ->
                        new HelpCard(card.title(), Markdown.render(card.text()).html()))
                .toList();
        return new PlaceHelpPage(
                place,
                page(
                        place.path("help"),
                        "/communities/" + slug,
                        pack,
                        Country.chosen(country, viewer.zone()),
                        viewer.locale(),
                        cards));
    }

    private static HelpPage page(
            String path, @Nullable String back, Pack pack, String country, Locale locale, List<HelpCard> cards) {
        var countries = new TreeMap<String, String>();
        pack.crisisLines().keySet().stream()
                .filter(code -> code.length() == 2)
                .forEach(code -> countries.put(Country.name(code, locale), code));
        return new HelpPage(
                path,
                back,
                pack.crisisHelp(country),
                pack.crisisLines().containsKey(country) ? country : "",
                countries,
                cards);
    }
}
