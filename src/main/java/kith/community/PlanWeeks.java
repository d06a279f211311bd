package kith.community;

import java.util.List;
import java.util.function.Consumer;

/** A plan's steps lie inside its weeks, each ends after it begins, and they are written in the order of their first week. */
record PlanWeeks(Consumer<PackProblem> problems) {

    void check(Spot plan) {
        var last = ScaleRules.whole(plan, "weeks").orElse(Integer.MAX_VALUE);
        List<Spot> timings = plan.each("activities")
                .flatMap(each -> each.get("timing").stream())
                .toList();
        var before = 1;
        for (var timing : timings) {
            var from = ScaleRules.whole(timing, "from_week").orElse(before);
            var until = ScaleRules.whole(timing, "until_week").orElse(from);
            if (from < before) {
                say(
                        timing,
                        "this begins in week %d, after a step that begins in week %d; write them in order"
                                .formatted(from, before));
            } else if (until < from) {
                say(timing, "this ends in week %d, before it begins in week %d".formatted(until, from));
            } else if (until > last) {
                say(timing, "this ends in week %d, but the plan has %d weeks".formatted(until, last));
            }
            before = Math.max(before, from);
        }
    }

    private void say(Spot spot, String reason) {
        problems.accept(spot.problem(reason));
    }
}
