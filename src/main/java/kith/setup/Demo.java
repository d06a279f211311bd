package kith.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kith.community.Community;
import kith.community.CommunityId;
import kith.community.Founding;
import kith.community.HouseCommunities;
import kith.community.Packs;
import kith.house.House;
import kith.house.Terminal;
import kith.identity.Accounts;
import kith.identity.Newcomer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Furnishes a demo house: three communities whose people are imagined and have talked for sixty days, up to yesterday. */
@Component
class Demo {
    /** One community of the demo; {@code star} is the member whom a visitor best becomes. */
    record Stage(String slug, String name, String pack, String star) {}

    static final List<Stage> COMMUNITIES = List.of(
            new Stage("slow-mornings", "Slow Mornings", "autoimmune", "Marama"),
            new Stage("clear-air", "Clear Air", "quit-smoking", "Corey"),
            new Stage("the-shore", "The Shore", "drink-less", ""));
    static final String OPERATOR = "Robin";
    /** The last moment that the casts tell of. */
    private static final Instant LAST = Instant.parse("2026-11-21T21:00:00Z");

    private final House house;
    private final Packs packs;
    private final Founding founding;
    private final HouseCommunities communities;
    private final MovingIn moving;
    private final ArticlesImport articles;
    private final QuestionsImport questions;
    private final Rosters rosters;
    private final Accounts accounts;
    private final Consulting consulting;
    private final Asking asking;
    private final Shelving shelving;
    private final Evenings evenings;
    private final Clock clock;
    private final Path shared;

    Demo(
            House house,
            Packs packs,
            Founding founding,
            HouseCommunities communities,
            MovingIn moving,
            ArticlesImport articles,
            QuestionsImport questions,
            Rosters rosters,
            Accounts accounts,
            Consulting consulting,
            Asking asking,
            Shelving shelving,
            Evenings evenings,
            Clock clock,
            @Value("${kith.shared:}") String shared) {
        this.house = house;
        this.packs = packs;
        this.founding = founding;
        this.communities = communities;
        this.moving = moving;
        this.articles = articles;
        this.questions = questions;
        this.rosters = rosters;
        this.accounts = accounts;
        this.consulting = consulting;
        this.asking = asking;
        this.shelving = shelving;
        this.evenings = evenings;
        this.clock = clock;
        this.shared = SharedData.at(shared);
    }

    /** Does it once; a start that was cut short goes on where it stopped. */
    void furnish(Terminal terminal) {
        if (!house.demo() || house.setting("demo.furnished").isPresent()) {
            return;
        }
        house.rename("Demo house");
        var guests = Guests.imagined(LAST, clock.instant());
        var places = new HashMap<String, Community>();
        for (var stage : COMMUNITIES) {
            places.put(stage.pack(), move(stage, guests, terminal));
        }
        consulting.furnish();
        places.values().forEach(rosters::plan);
        asking.furnish();
        shelving.furnish();
        evenings.furnish();
        operator();
        fromShared(places, guests, terminal);
        house.set("demo.furnished", clock.instant().toString());
    }

    private Community move(Stage stage, Guests guests, Terminal terminal) {
        if (!founding.taken(stage.slug())) {
            var pack = packs.newest(stage.pack(), "en").orElseThrow();
            founding.foundAsHouse(new Founding.Wish(pack, stage.name(), stage.slug()));
        }
        var community = communities.findAsHouse(stage.slug()).orElseThrow();
        house.set("demo." + stage.slug(), community.id().toString());
        var tally = moving.run(Lines.ofResource("/demo/" + stage.slug() + ".jsonl"), community, guests, terminal);
        terminal.step("%s has moved in (%s)".formatted(stage.name(), tally.sum()));
        return community;
    }

    private void operator() {
        var newcomer = new Newcomer(
                "operator@demo.invalid", OPERATOR, null, Locale.ENGLISH, ZoneId.of("Europe/London"), true, true);
        accounts.admitAsHouse(newcomer)
                .or(() -> accounts.byEmailAsHouse("operator@demo.invalid"))
                .ifPresent(id -> house.set("demo.operator", id.toString()));
    }

    /** The articles and questions made by others, where they lie beside the house. */
    private void fromShared(Map<String, Community> places, Guests guests, Terminal terminal) {
        file("library/articles.jsonl").ifPresent(lines -> {
            var tally = articles.run(lines, subject -> where(subject, places), terminal);
            terminal.step("Articles on the shelves (%s)".formatted(tally.sum()));
        });
        file("questions/questions.jsonl").ifPresent(lines -> {
            var before = LAST.plus(guests.shift()).minus(Duration.ofDays(61));
            var tally = questions.run(lines, place(places, "autoimmune"), before, terminal);
            terminal.step("Questions in Slow Mornings (%s)".formatted(tally.sum()));
        });
    }

    private Optional<Lines> file(String name) {
        var path = shared.resolve(name);
        return Files.isReadable(path) ? Optional.of(Lines.of(path.toString())) : Optional.empty();
    }

    static CommunityId where(String subject, Map<String, Community> places) {
        var words = subject.toLowerCase(Locale.ROOT);
        if (words.contains("alcohol")) {
            return place(places, "drink-less").id();
        }
        return place(places, words.contains("smok") || words.contains("tobacco") ? "quit-smoking" : "autoimmune")
                .id();
    }

    private static Community place(Map<String, Community> places, String pack) {
        return Optional.ofNullable(places.get(pack)).orElseThrow();
    }
}
