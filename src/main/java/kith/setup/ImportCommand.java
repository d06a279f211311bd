package kith.setup;

import java.time.Clock;
import java.util.Set;
import kith.community.Community;
import kith.community.HouseCommunities;
import kith.house.Arguments;
import kith.house.Command;
import kith.house.HouseProblem;
import kith.house.Terminal;
import kith.house.UsageProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** bin/kith import: brings articles, questions or a whole community from a file. */
@Component
class ImportCommand implements Command {
    private static final Set<String> KINDS = Set.of("articles", "questions", "community");
    private static final Set<String> WAYS = Set.of("conversation", "advice");
    private final HouseCommunities communities;
    private final ArticlesImport articles;
    private final QuestionsImport questions;
    private final AdviceImport advice;
    private final MovingIn moving;
    private final Clock clock;

    ImportCommand(
            HouseCommunities communities,
            ArticlesImport articles,
            QuestionsImport questions,
            AdviceImport advice,
            MovingIn moving,
            Clock clock) {
        this.communities = communities;
        this.articles = articles;
        this.questions = questions;
        this.advice = advice;
        this.moving = moving;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "articles|questions|community FILE [--community SLUG] [--as conversation|advice]";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        var slug = arguments.option("community").orElse(null);
        var as = arguments.option("as").orElse("conversation");
        var words = arguments.rest(2, 2);
        var what = words.getFirst();
        if (!KINDS.contains(what)) {
            throw new UsageProblem("\"%s\" cannot be imported; articles, questions and community can.".formatted(what));
        }
        if (!WAYS.contains(as) || !as.equals("conversation") && !what.equals("questions")) {
            throw new UsageProblem("Only questions can be brought in --as advice; --as conversation is usual.");
        }
        var lines = Lines.of(words.getLast());
        var community = community(slug);
        terminal.say("  Into %s (%s)".formatted(community.name(), community.slug()));
        var tally = bring(as.equals("advice") ? "advice" : what, lines, community, terminal);
        terminal.say("  %s: %s".formatted(what, tally.sum()));
        return 0;
    }

    private Tally bring(String what, Lines lines, Community community, Terminal terminal) {
        return switch (what) {
            case "articles" -> articles.run(lines, subject -> community.id(), terminal);
            case "advice" -> advice.run(lines, community, clock.instant(), terminal);
            case "questions" -> questions.run(lines, community, clock.instant(), terminal);
            default -> moving.run(lines, community, Guests.REAL, terminal);
        };
    }

    private Community community(@Nullable String slug) {
        return communities
                .findAsHouse(slug)
                .orElseThrow(() -> new HouseProblem(
                        slug == null
                                ? "This house has no community yet: open it in the browser and found one first."
                                : "There is no community \"%s\" here; there are: %s."
                                        .formatted(slug, String.join(", ", communities.slugsAsHouse()))));
    }
}
