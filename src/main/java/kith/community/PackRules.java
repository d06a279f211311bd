package kith.community;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a schema cannot say: names are unique, references lead somewhere, plans are in order, and nothing licensed is shipped. */
final class PackRules {
    /** Scales that need a licence; EVIDENCE.md, Care: only as an import that the operator attests, Morisky never. */
    private static final List<String> LICENSED =
            List.of("mmas", "morisky", "who-5", "rapid3", "basdai", "basfi", "promis", "haq", "sf-36", "eq-5d");

    private final Spot pack;
    private final Consumer<PackProblem> problems;

    private PackRules(Spot pack, Consumer<PackProblem> problems) {
        this.pack = pack;
        this.problems = problems;
    }

    static void check(Spot pack, Consumer<PackProblem> problems) {
        new PackRules(pack, problems).check();
        PackSafetyRules.check(pack, problems);
        PackLookRules.check(pack, problems);
    }

    private void check() {
        unique("section slug", pack.each("sections"), "slug");
        Stream.of("content_notes", "trackers", "milestones", "plan_templates", "screening", "playbook", "cards")
                .forEach(list -> unique(list.replace('_', ' ').replaceFirst("s$", "") + " id", pack.each(list), "id"));
        unique("step id", pack.each("onboarding"), "id");
        unique("question id", questions(), "id");
        unique("rule id", pack.get("guidelines").stream().flatMap(spot -> spot.each("rules")), "id");
        questions().forEach(this::question);
        pack.each("sections").forEach(each -> known("content note", each, "content_note", ids("content_notes", "id")));
        pack.each("trackers").forEach(this::tracker);
        pack.each("milestones").forEach(this::milestone);
        pack.each("plan_templates").forEach(this::plan);
        pack.each("cards").forEach(this::card);
        pack.get("words").stream().flatMap(words -> words.scalar("greeting")).forEach(this::greeting);
    }

    private Stream<Spot> questions() {
        return pack.each("onboarding").flatMap(step -> step.each("questions"));
    }

    private void question(Spot question) {
        var choosing = question.scalar("kind")
                .anyMatch(kind -> Set.of("single", "multiple").contains(kind.text()));
        var options = question.each("options").count();
        if (choosing && options < 2) {
            say(question, "a question to choose from needs at least two options");
        } else if (!choosing && options > 0) {
            say(question, "only single and multiple questions have options");
        }
        unique("option id", question.each("options"), "id");
    }

    private void tracker(Spot tracker) {
        Stream.of("id", "name", "source").flatMap(tracker::scalar).forEach(this::licensed);
        var scale = tracker.get("scale");
        var questionnaire = scale.stream()
                .flatMap(spot -> spot.scalar("kind"))
                .anyMatch(kind -> kind.text().equals("questionnaire"));
        if (questionnaire != tracker.each("items").findAny().isPresent()) {
            say(tracker, "a questionnaire has items, and only a questionnaire has them");
        }
        scale.ifPresent(spot -> new ScaleRules(problems).check(tracker, spot));
    }

    private void licensed(Spot spot) {
        var words = List.of(spot.text().toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9-]+"));
        LICENSED.stream()
                .filter(scale -> words.stream().anyMatch(word -> word.equals(scale) || word.startsWith(scale + "-")))
                .forEach(scale -> say(spot, "“%s” needs a licence and is not shipped in packs".formatted(scale)));
    }

    private void milestone(Spot milestone) {
        var needs = milestone
                .scalar("counts")
                .anyMatch(counts -> Set.of("check-ins", "amount").contains(counts.text()));
        if (needs && milestone.get("tracker").isEmpty()) {
            say(milestone, "a milestone that counts check-ins or an amount names its tracker");
        }
        known("tracker", milestone, "tracker", ids("trackers", "id"));
    }

    private void plan(Spot plan) {
        unique("goal id", plan.each("goals"), "id");
        unique("activity id", plan.each("activities"), "id");
        var goals = plan.each("goals")
                .flatMap(goal -> goal.scalar("id"))
                .map(Spot::text)
                .collect(Collectors.toSet());
        plan.each("activities").forEach(activity -> known("goal", activity, "goal", goals));
        new PlanWeeks(problems).check(plan);
    }

    private void card(Spot card) {
        card.each("sections").forEach(each -> known("section", each, ids("sections", "slug")));
        card.each("screening").forEach(each -> known("screening entry", each, ids("screening", "id")));
    }

    private void greeting(Spot greeting) {
        if (!greeting.text().contains("{name}")
                || greeting.text().replace("{name}", "").matches(".*[{}].*")) {
            say(greeting, "the greeting holds {name}, and no other braces");
        }
    }

    private Set<String> ids(String list, String key) {
        return pack.each(list).flatMap(each -> each.scalar(key)).map(Spot::text).collect(Collectors.toSet());
    }

    private void known(String what, Spot owner, String key, Set<String> names) {
        owner.scalar(key).forEach(spot -> known(what, spot, names));
    }

    private void known(String what, Spot spot, Set<String> names) {
        if (!names.contains(spot.text())) {
            say(spot, "there is no %s “%s” in this pack".formatted(what, spot.text()));
        }
    }

    private void unique(String what, Stream<Spot> owners, String key) {
        var seen = new HashSet<String>();
        owners.flatMap(owner -> owner.scalar(key))
                .filter(spot -> !seen.add(spot.text()))
                .forEach(spot -> say(spot, "%s “%s” is used twice".formatted(what, spot.text())));
    }

    private void say(Spot spot, String reason) {
        problems.accept(spot.problem(reason));
    }
}
