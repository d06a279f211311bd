package kith.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ruth the nurse reads along by day, Ben by night; Ana covers. The clocks of Berlin change on 29 March 2026. */
class RotaTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final MemberId RUTH = MemberId.next();
    private static final MemberId BEN = MemberId.next();
    private static final MemberId ANA = MemberId.next();
    private static final Shift DAYS = shift(RUTH, 9, 18);
    private static final Shift NIGHTS = shift(BEN, 22, 6);

    @Test
    void nineStaysNineWhenTheClocksChange() {
        assertThat(DAYS.stint(LocalDate.parse("2026-03-28")).from()).isEqualTo(Instant.parse("2026-03-28T08:00:00Z"));
        assertThat(DAYS.stint(LocalDate.parse("2026-03-29")).from()).isEqualTo(Instant.parse("2026-03-29T07:00:00Z"));
    }

    @Test
    void theNightOfTheChangeIsAnHourShorterAndStillEndsAtSix() {
        var night = NIGHTS.stint(LocalDate.parse("2026-03-28"));
        assertThat(Duration.between(night.from(), night.to())).isEqualTo(Duration.ofHours(7));
        assertThat(rota(Map.of(), List.of()).onCall(Instant.parse("2026-03-29T03:59:00Z")))
                .containsExactly(BEN);
        assertThat(rota(Map.of(), List.of()).onCall(Instant.parse("2026-03-29T04:00:00Z")))
                .isEmpty();
    }

    @Test
    void nobodyIsThereBetweenShiftsAndMembersReadFromWhenSomebodyIs() {
        var evening = Instant.parse("2026-03-30T17:00:00Z");
        assertThat(rota(Map.of(), List.of()).onCall(evening)).isEmpty();
        assertThat(rota(Map.of(), List.of()).next(evening)).contains(Instant.parse("2026-03-30T20:00:00Z"));
    }

    @Test
    void anOfferedTurnStaysRuthsUntilBenTakesIt() {
        var turn = new Rota.Turn(DAYS.id(), LocalDate.parse("2026-03-30"));
        var noon = Instant.parse("2026-03-30T10:00:00Z");
        assertThat(rota(Map.of(turn, Optional.empty()), List.of()).onCall(noon)).containsExactly(RUTH);
        assertThat(rota(Map.of(turn, Optional.of(BEN)), List.of()).onCall(noon)).containsExactly(BEN);
        assertThat(rota(Map.of(turn, Optional.of(BEN)), List.of()).onCall(noon.plus(Duration.ofDays(1))))
                .containsExactly(RUTH);
    }

    @Test
    void whoIsAwayIsCoveredUnlessTheCoverIsAwayToo() {
        var noon = Instant.parse("2026-03-31T10:00:00Z");
        assertThat(rota(Map.of(), List.of(away(RUTH, ANA))).onCall(noon)).containsExactly(ANA);
        assertThat(rota(Map.of(), List.of(away(RUTH, ANA), away(ANA, null))).onCall(noon))
                .isEmpty();
        assertThat(rota(Map.of(), List.of(away(RUTH, ANA))).away(noon)).isEqualTo(Map.of(RUTH, Optional.of(ANA)));
    }

    @Test
    void theCalendarSaysOnlyThatSheIsOnCall() {
        var file = RotaCalendarController.file(
                List.of(DAYS.stint(LocalDate.parse("2026-03-30"))), "On call", Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(file)
                .contains("DTSTART:20260330T070000Z\r\nDTEND:20260330T160000Z\r\nSUMMARY:On call\r\n")
                .doesNotContain("DESCRIPTION", "LOCATION");
    }

    @Test
    void tenWorkingHoursFromFridayAfternoonEndOnMondayThoughTheClocksChangeBetween() {
        var opening = new Opening(
                "Europe/Berlin",
                List.of(Pack.Day.MON, Pack.Day.TUE, Pack.Day.WED, Pack.Day.THU, Pack.Day.FRI),
                LocalTime.of(8, 0),
                LocalTime.of(18, 0),
                List.of(LocalDate.parse("2026-04-03")));
        var friday = Instant.parse("2026-03-27T15:00:00Z");
        assertThat(opening.after(friday, Duration.ofHours(10))).isEqualTo(Instant.parse("2026-03-30T14:00:00Z"));
        assertThat(opening.after(Instant.parse("2026-04-02T15:00:00Z"), Duration.ofHours(2)))
                .as("Good Friday is closed")
                .isEqualTo(Instant.parse("2026-04-06T07:00:00Z"));
        assertThat(opening.open(Instant.parse("2026-03-30T06:00:00Z"))).isTrue();
        assertThat(opening.open(Instant.parse("2026-03-29T10:00:00Z"))).isFalse();
    }

    private static Rota rota(Map<Rota.Turn, Optional<MemberId>> swaps, List<Absence> absences) {
        return new Rota(List.of(DAYS, NIGHTS), swaps, absences);
    }

    private static Absence away(MemberId who, @Nullable MemberId cover) {
        var day = LocalDate.parse("2026-03-31");
        return new Absence(
                UUID.randomUUID(),
                who,
                day,
                day,
                day.atStartOfDay(BERLIN).toInstant(),
                day.plusDays(1).atStartOfDay(BERLIN).toInstant(),
                cover);
    }

    private static Shift shift(MemberId who, int from, int to) {
        Set<DayOfWeek> every = EnumSet.allOf(DayOfWeek.class);
        return new Shift(
                UUID.randomUUID(),
                who,
                every,
                LocalTime.of(from, 0),
                LocalTime.of(to, 0),
                BERLIN,
                LocalDate.parse("2026-01-01"),
                null);
    }
}
