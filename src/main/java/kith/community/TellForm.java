package kith.community;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The questions of a pack as a form: what was typed for each, as it was typed. */
public record TellForm(List<Pack.Question> questions, MultiValueMap<String, String> typed) {
    /** What a form came to: what was told and all that refuses. */
    record Reading(List<Told> told, Refusals refusals) {}

    /** The form filled with what was told before. */
    static TellForm of(List<Pack.Question> questions, Map<String, Told> told) {
        var typed = new LinkedMultiValueMap<String, String>();
        for (var question : questions) {
            fill(typed, question, told.getOrDefault(question.id(), Told.nothing(question)));
        }
        return new TellForm(questions, typed);
    }

    private static void fill(MultiValueMap<String, String> typed, Pack.Question question, Told told) {
        var field = field(question);
        told.choices().forEach(choice -> typed.add(field, choice));
        if (!told.words().isEmpty()) {
            typed.add(field, told.words());
        }
        if (told.day() != null) {
            typed.add(field, told.day().toString());
        }
        if (told.amount() != null) {
            typed.add(field, told.amount().stripTrailingZeros().toPlainString());
        }
        if (!told.currency().isEmpty()) {
            typed.add("currency-" + question.id(), told.currency());
        }
        if (told.shared()) {
            typed.add("share-" + question.id(), "yes");
        }
    }

    static String field(Pack.Question question) {
        return "q-" + question.id();
    }

    String value(Pack.Question question) {
        return first(field(question));
    }

    boolean has(Pack.Question question, String choice) {
        return typed.getOrDefault(field(question), List.of()).contains(choice);
    }

    Set<String> chosen(Pack.Question question) {
        return Set.copyOf(typed.getOrDefault(field(question), List.of()));
    }

    boolean shares(Pack.Question question) {
        return first("share-" + question.id()).equals("yes");
    }

    String currency(Pack.Question question, String usual) {
        var own = first("currency-" + question.id());
        return own.isEmpty() ? usual : own;
    }

    private String first(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }

    Reading read() {
        var told = new ArrayList<Told>();
        var refusals = new ArrayList<Refusal>();
        for (var question : questions) {
            switch (TellRules.read(this, question)) {
                case TellRules.Good good -> told.add(good.told());
                case TellRules.Bad bad -> refusals.add(bad.refusal());
            }
        }
        return new Reading(List.copyOf(told), new Refusals(refusals));
    }
}
