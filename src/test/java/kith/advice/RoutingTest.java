package kith.advice;

import static kith.advice.Routing.Why.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import kith.identity.MemberId;
import kith.practitioner.Boundaries;
import kith.practitioner.Hours;
import kith.practitioner.Practitioner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is asked, and why the others are not. */
class RoutingTest {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    /** A Tuesday, ten in the morning in Auckland. */
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    private static final Routing ROUTING = new Routing("medicines", "en", false, NOW);

    private static Routing.Candidate nurse(Bounds with) {
        var bounds = new Boundaries(AUCKLAND, with.hours, with.daily, with.most, with.declined, false, "");
        return new Routing.Candidate(
                new Practitioner(MemberId.next(), "Nurse", with.scope, with.languages, bounds),
                with.name,
                with.onCall,
                with.away,
                with.open,
                with.today,
                with.last);
    }

    /** Somebody who is there with room for more, until something else is said. */
    private static final class Bounds {
        final String name;
        Hours hours = Hours.ANY;
        int daily = 6;
        int most = 8;
        Set<String> declined = Set.of();
        Set<String> scope = Set.of("medicines");
        Set<String> languages = Set.of("en");
        boolean onCall;
        boolean away;
        int open;
        int today;

        @Nullable
        Instant last;

        Bounds(String name) {
            this.name = name;
        }
    }

    private static Routing.Why why(java.util.function.Consumer<Bounds> change) {
        var with = new Bounds("Ruth");
        change.accept(with);
        return ROUTING.weigh(List.of(nurse(with))).getFirst().why();
    }

    @Test
    void whoAnswersInPublicOnlyIsNotAskedInPrivate() {
        var closed = new Routing("medicines", "en", true, NOW);
        var ruth = nurse(new Bounds("Ruth"));
        assertThat(closed.choose(List.of(ruth), Set.of())).isEmpty();
        assertThat(closed.weigh(List.of(ruth)).getFirst().why()).isEqualTo(Routing.Why.IN_PUBLIC);
        assertThat(ROUTING.choose(List.of(ruth), Set.of())).isPresent();
    }

    @Test
    void eachReasonNotToAskIsSaid() {
        assertThat(why(ruth -> {})).isEqualTo(THERE);
        assertThat(why(ruth -> ruth.onCall = true)).isEqualTo(ON_CALL);
        assertThat(why(ruth -> ruth.scope = Set.of())).as("all subjects").isEqualTo(THERE);
        assertThat(why(ruth -> ruth.scope = Set.of("food"))).isEqualTo(NOT_THEIRS);
        assertThat(why(ruth -> ruth.declined = Set.of("medicines"))).isEqualTo(NOT_THEIRS);
        assertThat(why(ruth -> ruth.away = true)).isEqualTo(AWAY);
        assertThat(why(ruth -> ruth.open = 8)).isEqualTo(FULL);
        assertThat(why(ruth -> ruth.today = 6)).isEqualTo(FULL);
        assertThat(why(ruth -> ruth.hours = afternoons())).isEqualTo(OFF_DUTY);
        assertThat(why(ruth -> {
                    ruth.hours = afternoons();
                    ruth.onCall = true;
                }))
                .as("the rota says more than the usual hours")
                .isEqualTo(ON_CALL);
    }

    private static Hours afternoons() {
        return new Hours(List.of(new Hours.Span(DayOfWeek.TUESDAY, LocalTime.of(13, 0), LocalTime.of(17, 0))));
    }

    @Test
    void aLanguageCountsWhereAnybodySpeaksIt() {
        var ruth = new Bounds("Ruth");
        var lena = new Bounds("Lena");
        lena.languages = Set.of("de");
        var german = new Routing("medicines", "de", false, NOW);
        assertThat(german.choose(List.of(nurse(ruth), nurse(lena)), Set.of())
                        .orElseThrow()
                        .candidate()
                        .name())
                .isEqualTo("Lena");
        assertThat(german.choose(List.of(nurse(ruth)), Set.of()))
                .as("better Ruth than nobody")
                .isPresent();
    }

    @Test
    void whoIsOnCallComesFirstThenWhoHasFewestThenWhoWasAskedLongestAgo() {
        var onCall = new Bounds("Ruth");
        onCall.onCall = true;
        onCall.open = 5;
        var idle = new Bounds("Farah");
        idle.last = NOW.minusSeconds(60);
        var rested = new Bounds("Lena");
        rested.last = NOW.minusSeconds(90_000);
        var all = List.of(nurse(idle), nurse(rested), nurse(onCall));
        assertThat(ROUTING.choose(all, Set.of()).orElseThrow().candidate().name())
                .isEqualTo("Ruth");
        assertThat(ROUTING.choose(all, Set.of(all.get(2).who()))
                        .orElseThrow()
                        .candidate()
                        .name())
                .as("nobody is asked twice")
                .isEqualTo("Lena");
        assertThat(ROUTING.choose(all, all.stream().map(Routing.Candidate::who).toList()))
                .isEmpty();
    }

    /** Whoever is chosen may be, nobody who may be was passed over for somebody with more open, and the order is the same whatever order they come in. */
    @Test
    void anyCrowdIsRoutedByTheSameRules() {
        var random = new Random(4);
        for (var n = 0; n < 2_000; n++) {
            var crowd = new java.util.ArrayList<>(IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i -> nurse(anybody(random)))
                    .toList());
            var chosen = ROUTING.choose(crowd, Set.of());
            java.util.Collections.shuffle(crowd, random);
            assertThat(ROUTING.choose(crowd, Set.of())
                            .map(one -> one.candidate().who()))
                    .isEqualTo(chosen.map(one -> one.candidate().who()));
            chosen.ifPresent(one -> {
                assertThat(one.candidate().full()).isFalse();
                assertThat(one.candidate().away()).isFalse();
                assertThat(ROUTING.weigh(crowd).stream()
                                .filter(Routing.Weighed::asked)
                                .filter(other -> other.why() == one.why())
                                .mapToInt(other -> other.candidate().open())
                                .min()
                                .orElseThrow())
                        .isEqualTo(one.candidate().open());
            });
            if (chosen.isEmpty()) {
                assertThat(ROUTING.weigh(crowd)).noneMatch(Routing.Weighed::asked);
            }
        }
    }

    private static Bounds anybody(Random random) {
        var with = new Bounds("Somebody");
        with.open = random.nextInt(10);
        with.today = random.nextInt(8);
        with.away = random.nextInt(4) == 0;
        with.onCall = random.nextInt(3) == 0;
        with.hours = random.nextInt(3) == 0 ? afternoons() : Hours.ANY;
        with.scope = random.nextInt(4) == 0 ? Set.of("food") : Set.of();
        with.languages = random.nextInt(4) == 0 ? Set.of("de") : Set.of("en", "de");
        with.last = random.nextBoolean() ? null : NOW.minusSeconds(random.nextInt(100_000));
        return with;
    }
}
