package kith.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kith.advice.Entry;
import kith.advice.LivedQuestions;
import kith.community.HouseCommunities;
import kith.house.House;
import kith.identity.Accounts;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The questions that members of the demonstration house asked its practitioners. */
@Component
class Asking {
    private static final String FILE = "/demo/questions.jsonl";

    private final LivedQuestions questions;
    private final HouseCommunities communities;
    private final Accounts accounts;
    private final House house;

    Asking(LivedQuestions questions, HouseCommunities communities, Accounts accounts, House house) {
        this.questions = questions;
        this.communities = communities;
        this.accounts = accounts;
        this.house = house;
    }

    /** One line of the file: asked so many hours ago, answered within so many minutes. */
    record Told(
            String place,
            String section,
            String asker,
            String title,
            String body,
            int hours,
            @Nullable Boolean anonymous,
            @Nullable Boolean closed,
            @Nullable String given,
            @Nullable String by,
            @Nullable String answer,
            @Nullable List<Entry.Source> sources,
            @Nullable Integer minutes,
            @Nullable String reader,
            @Nullable Boolean helped,
            @Nullable Changed correction) {}

    /** What its answer said before. */
    record Changed(int hours, String reason, String before) {}

    void furnish() {
        if (house.setting("demo.questions").isPresent()) {
            return;
        }
        try (var in = Objects.requireNonNull(Asking.class.getResourceAsStream(FILE))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Json.read(line, Told.class))
                    .forEach(this::ask);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        house.set("demo.questions", "asked");
    }

    private void ask(Told told) {
        var community = communities.findAsHouse(told.place()).orElseThrow();
        var section = communities.sectionsAsHouse(community.id()).stream()
                .filter(each -> each.slug().equals(told.section()))
                .findFirst()
                .orElseThrow();
        questions.addAsHouse(
                community.id(),
                section.id(),
                new LivedQuestions.Past(
                        member(told.asker()).orElseThrow(),
                        told.title(),
                        told.body(),
                        Boolean.TRUE.equals(told.anonymous()),
                        Boolean.TRUE.equals(told.closed()),
                        Duration.ofHours(told.hours()),
                        member(told.given()).orElse(null),
                        reply(told)));
    }

    private LivedQuestions.@Nullable Reply reply(Told told) {
        var change = told.correction();
        return told.answer() == null
                ? null
                : new LivedQuestions.Reply(
                        member(told.by()).orElseThrow(),
                        member(told.reader()).orElse(null),
                        told.answer(),
                        Objects.requireNonNullElse(told.sources(), List.of()),
                        Duration.ofMinutes(Objects.requireNonNullElse(told.minutes(), 60)),
                        Boolean.TRUE.equals(told.helped()),
                        change == null
                                ? null
                                : new LivedQuestions.Change(
                                        change.reason(), change.before(), Duration.ofHours(change.hours())));
    }

    private Optional<MemberId> member(@Nullable String key) {
        return key == null ? Optional.empty() : accounts.byEmailAsHouse(key + "@demo.invalid");
    }
}
