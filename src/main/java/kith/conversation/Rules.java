package kith.conversation;

import java.util.EnumSet;
import java.util.Set;
import kith.page.Refusals;

/** The rules that one kind of writing is held to. */
record Rules(Set<Rule> rules) {
    static final Rules TOPIC = new Rules(EnumSet.complementOf(EnumSet.of(Rule.CLOSED_TOPIC)));
    static final Rules REPLY = new Rules(EnumSet.complementOf(EnumSet.of(Rule.TITLE_TOO_SHORT, Rule.TITLE_TOO_LONG)));

    /** What was said in a conversation that is closed now may still be put right. */
    static final Rules EDIT = new Rules(
            EnumSet.of(Rule.NOT_A_MEMBER, Rule.PAUSED, Rule.GUIDELINES_NOT_ACKNOWLEDGED, Rule.EMPTY, Rule.TOO_LONG));

    /** All that speaks against it; where the person may not write here at all, only that. */
    Refusals against(Writing wish) {
        var broken = rules.stream().filter(rule -> rule.breaks(wish)).toList();
        var general = broken.stream()
                .filter(rule -> rule.compareTo(Rule.SECTION_GONE) < 0)
                .findFirst();
        return general.map(rule -> Refusals.of(rule.refusal()))
                .orElseGet(() -> new Refusals(broken.stream().map(Rule::refusal).toList()));
    }
}
