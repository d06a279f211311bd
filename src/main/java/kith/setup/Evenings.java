package kith.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import kith.advice.Entry;
import kith.advice.LivedHours;
import kith.advice.LivedQuestions;
import kith.community.Community;
import kith.community.HouseCommunities;
import kith.house.House;
import kith.identity.Accounts;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The live hours of the demonstration house: one in two days, one last week. */
@Component
class Evenings {
    private static final String FILE = "/demo/hours.jsonl";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalTime AT = LocalTime.of(18, 0);

    private final LivedHours hours;
    private final LivedQuestions questions;
    private final HouseCommunities communities;
    private final Accounts accounts;
    private final House house;
    private final Clock clock;

    Evenings(
            LivedHours hours,
            LivedQuestions questions,
            HouseCommunities communities,
            Accounts accounts,
            House house,
            Clock clock) {
        this.hours = hours;
        this.questions = questions;
        this.communities = communities;
        this.accounts = accounts;
        this.house = house;
        this.clock = clock;
    }

    /** One line of the file: {@code days} from today, past ones below nothing. */
    record Told(String place, String by, String title, int days, List<Put> questions) {}

    /** What was put to it; an answer, where there was one, came within the hour. */
    record Put(
            String section,
            String asker,
            String title,
            String body,
            @Nullable Boolean anonymous,
            List<String> supporters,
            @Nullable String answer,
            @Nullable String reader,
            @Nullable List<Entry.Source> sources) {}

    void furnish() {
        if (house.setting("demo.hours").isPresent()) {
            return;
        }
        try (var in = Objects.requireNonNull(Evenings.class.getResourceAsStream(FILE))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Json.read(line, Told.class))
                    .forEach(this::hold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        house.set("demo.hours", "held");
    }

    private void hold(Told told) {
        var community = communities.findAsHouse(told.place()).orElseThrow();
        var starts = clock.instant().atZone(ZONE).plusDays(told.days()).with(AT).toInstant();
        var by = member(told.by());
        var hour = hours.addAsHouse(community.id(), by, told.title(), starts);
        told.questions().forEach(put -> {
            var question = questions.addAsHouse(community.id(), section(community, put), past(put, by, starts));
            hours.gatherAsHouse(
                    hour, question, put.supporters().stream().map(this::member).toList());
        });
    }

    private LivedQuestions.Past past(Put put, MemberId by, Instant starts) {
        var now = clock.instant();
        var since = starts.isBefore(now) ? starts : now.minus(Duration.ofHours(5));
        return new LivedQuestions.Past(
                member(put.asker()),
                put.title(),
                put.body(),
                Boolean.TRUE.equals(put.anonymous()),
                false,
                Duration.between(since, now),
                by,
                put.answer() == null
                        ? null
                        : new LivedQuestions.Reply(
                                by,
                                put.reader() == null ? null : member(put.reader()),
                                put.answer(),
                                Objects.requireNonNullElse(put.sources(), List.of()),
                                Duration.ofMinutes(25),
                                false,
                                null));
    }

    private kith.community.SectionId section(Community community, Put put) {
        return communities.sectionsAsHouse(community.id()).stream()
                .filter(each -> each.slug().equals(put.section()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MemberId member(String key) {
        return accounts.byEmailAsHouse(key + "@demo.invalid").orElseThrow();
    }
}
