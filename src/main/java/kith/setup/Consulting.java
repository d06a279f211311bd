package kith.setup;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kith.community.CommunityId;
import kith.community.HouseCommunities;
import kith.conversation.Correction;
import kith.conversation.LivedVoices;
import kith.identity.Accounts;
import kith.identity.MemberId;
import kith.practitioner.ArrivingPractitioners;
import kith.practitioner.Hours;
import org.springframework.stereotype.Component;

/** What makes the practitioners of the demonstration house lived in: hours, somebody who asks, a credential near its end, and something put right. */
@Component
class Consulting {
    private final ArrivingPractitioners practitioners;
    private final LivedVoices voices;
    private final HouseCommunities communities;
    private final Accounts accounts;
    private final Clock clock;

    Consulting(
            ArrivingPractitioners practitioners,
            LivedVoices voices,
            HouseCommunities communities,
            Accounts accounts,
            Clock clock) {
        this.practitioners = practitioners;
        this.voices = voices;
        this.communities = communities;
        this.accounts = accounts;
        this.clock = clock;
    }

    void furnish() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        communities.findAsHouse("slow-mornings").ifPresent(place -> slowMornings(place.id(), today));
        communities
                .findAsHouse("clear-air")
                .ifPresent(place ->
                        member("ca-tom", tom -> practitioners.untilAsHouse(place.id(), tom, today.plusDays(20))));
    }

    private void slowMornings(CommunityId place, LocalDate today) {
        member("ruth", ruth -> {
            practitioners.boundAsHouse(
                    place,
                    ruth,
                    ArrivingPractitioners.usual(
                            ZoneId.of("Pacific/Auckland"),
                            evenings(),
                            "I read everything when I am back. If something is new and frightening, please do not wait for me."));
            voices.ownAsHouse(place, "p-morning-order-own");
            correct(place, ruth);
        });
        member(
                "bex",
                bex -> practitioners.askAsHouse(
                        place, new ArrivingPractitioners.Arrival(bex, "Physiotherapist", today, today.plusDays(300))));
    }

    private void correct(CommunityId place, MemberId ruth) {
        voices.correctAsHouse(
                place,
                "p-pred-taper-2",
                ruth,
                "Thank you for saying how it was for you, Gaz. For everyone reading: after weeks on steroid tablets the body makes too little of its own, and "
                        + "stopping or skipping at once can make somebody very ill. Please change nothing without the plan of your own team. If you have "
                        + "skipped some and feel faint, sick or very weak, call them today.",
                new Correction.Cited(
                        "Adrenal insufficiency: identification and management (NG243)",
                        "https://www.nice.org.uk/guidance/ng243",
                        2024),
                clock.instant().minus(Duration.ofDays(3)));
    }

    private static Hours evenings() {
        var weekdays = Stream.of(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                .map(day -> new Hours.Span(day, LocalTime.of(17, 30), LocalTime.of(20, 0)));
        var saturday = new Hours.Span(DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.of(11, 30));
        return new Hours(Stream.concat(weekdays, Stream.of(saturday)).toList());
    }

    private void member(String key, Consumer<MemberId> what) {
        accounts.byEmailAsHouse(key + "@demo.invalid").ifPresent(what);
    }
}
