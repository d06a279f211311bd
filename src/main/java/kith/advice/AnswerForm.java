package kith.advice;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** An answer as it is typed, with up to {@link #SOURCES} sources and the day until which it is thought to be right. */
public record AnswerForm(String body, String until, List<Typing> sources, String reason) {
    static final int SOURCES = 3;
    static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_LINE = 300;

    /** A source as it is typed. */
    public record Typing(String title, String address, String year) {
        boolean empty() {
            return title.isEmpty() && address.isEmpty() && year.isEmpty();
        }
    }

    static AnswerForm of(Map<String, String> typed) {
        return new AnswerForm(
                Typed.text(typed.get("body")).strip(),
                Typed.line(typed.get("until")),
                IntStream.range(0, SOURCES)
                        .mapToObj(n -> new Typing(
                                Typed.line(typed.get("source-" + n)),
                                Typed.line(typed.get("address-" + n)),
                                Typed.line(typed.get("year-" + n))))
                        .toList(),
                Typed.line(typed.get("reason")));
    }

    /** The form of a standing answer that is put right. */
    static AnswerForm of(Entry entry) {
        var sources = new ArrayList<Typing>();
        entry.sources()
                .forEach(source -> sources.add(
                        new Typing(source.title(), source.address(), source.year() == null ? "" : "" + source.year())));
        while (sources.size() < SOURCES) {
            sources.add(new Typing("", "", ""));
        }
        return new AnswerForm(
                entry.body(),
                entry.validUntil() == null ? "" : entry.validUntil().toString(),
                sources,
                "");
    }

    static AnswerForm of(Piece piece) {
        var typed = new HashMap<String, String>();
        for (var n = 0; n < piece.sources().size(); n++) {
            var source = piece.sources().get(n);
            typed.put("source-" + n, source.title());
            typed.put("address-" + n, source.address());
            typed.put("year-" + n, source.year() == null ? "" : source.year().toString());
        }
        typed.put("body", piece.body());
        typed.put("until", piece.validUntil().toString());
        return of(typed);
    }

    /** What was left to be filled in keeps an answer from going out. */
    Refusals filled() {
        var open = Piece.fillIn(body);
        return open == null ? Refusals.NONE : Refusals.of(Refusal.in("body", "advice.piece.refused.fill-in", open));
    }

    /** Half a year where nobody says otherwise. */
    static AnswerForm empty(LocalDate today) {
        return of(Map.of("until", today.plusMonths(6).toString()));
    }

    List<Entry.Source> given() {
        return sources.stream()
                .filter(typing -> !typing.empty())
                .map(typing -> new Entry.Source(typing.title(), typing.address(), year(typing.year())))
                .toList();
    }

    @Nullable
    LocalDate validUntil() {
        try {
            return until.isEmpty() ? null : LocalDate.parse(until);
        } catch (DateTimeException no) {
            return null;
        }
    }

    Refusals refusals(Clock clock, boolean correcting) {
        var found = new ArrayList<Refusal>();
        if (body.isBlank()) {
            found.add(Refusal.in("body", "advice.refused.empty.answer"));
        } else if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
            found.add(Refusal.in("body", "advice.refused.long", LONGEST_BODY));
        }
        if (given().isEmpty()) {
            found.add(Refusal.in("source-0", "advice.refused.source"));
        }
        for (var n = 0; n < sources.size(); n++) {
            sources(found, n, sources.get(n));
        }
        var last = validUntil();
        if (last == null || !last.isAfter(LocalDate.now(clock))) {
            found.add(Refusal.in("until", "advice.refused.until"));
        }
        if (correcting && reason.isBlank()) {
            found.add(Refusal.in("reason", "advice.refused.reason"));
        }
        return new Refusals(found);
    }

    private static void sources(List<Refusal> found, int n, Typing typing) {
        if (typing.empty()) {
            return;
        }
        if (typing.title().isEmpty() || typing.title().length() > LONGEST_LINE) {
            found.add(Refusal.in("source-" + n, "advice.refused.source.title"));
        }
        if (!typing.address().isEmpty() && !web(typing.address())) {
            found.add(Refusal.in("address-" + n, "advice.refused.source.address"));
        }
        if (!typing.year().isEmpty() && year(typing.year()) == null) {
            found.add(Refusal.in("year-" + n, "advice.refused.source.year"));
        }
    }

    private static boolean web(String address) {
        try {
            var uri = URI.create(address);
            return address.length() <= LONGEST_LINE * 2
                    && uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException no) {
            return false;
        }
    }

    private static @Nullable Integer year(String typed) {
        return typed.matches("(19|20)\\d\\d") ? Integer.valueOf(typed) : null;
    }
}
