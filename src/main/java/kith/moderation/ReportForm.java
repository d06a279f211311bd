package kith.moderation;

import java.util.Map;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;

/** What worries somebody, as they typed it. */
public record ReportForm(String reason, String words) {
    static final int LONGEST = 2_000;
    static final ReportForm EMPTY = new ReportForm("", "");

    static ReportForm of(Map<String, String> sent) {
        return new ReportForm(sent.getOrDefault("reason", ""), Words.clean(sent.getOrDefault("words", "")));
    }

    Optional<Reason> chosen() {
        return java.util.Arrays.stream(Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst();
    }

    Refusals refuse() {
        return Refusals.gather(
                chosen().isPresent()
                        ? Optional.empty()
                        : Optional.of(Refusal.in("reason", "moderation.report.refused.reason")),
                words.length() <= LONGEST
                        ? Optional.empty()
                        : Optional.of(Refusal.in("words", "moderation.report.refused.long")));
    }
}
