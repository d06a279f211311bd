package kith.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ruth's hours are those of the clock on her wall, also when it is put forward or back. */
class HoursTest {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final Hours MORNINGS =
            new Hours(List.of(new Hours.Span(DayOfWeek.SUNDAY, LocalTime.of(2, 30), LocalTime.of(4, 0))));

    private static Boundaries with(Hours hours) {
        return new Boundaries(AUCKLAND, hours, 3, 3, Set.of(), false, "");
    }

    @Test
    void herHourIsThereOnTheNightOnWhichItIsLeftOutAndOnTheNightOnWhichItComesTwice() {
        var leftOut = ZonedDateTime.of(2026, 9, 27, 1, 59, 0, 0, AUCKLAND);
        assertThat(with(MORNINGS).takes(leftOut.toInstant())).isFalse();
        assertThat(with(MORNINGS).takes(leftOut.plusMinutes(1).toInstant()))
                .as("it is three already")
                .isTrue();
        assertThat(with(MORNINGS).back(leftOut.toInstant()))
                .get()
                .satisfies(at -> assertThat(at.toInstant()).isAfter(leftOut.toInstant()));
        var twice = ZonedDateTime.of(2026, 4, 5, 2, 45, 0, 0, AUCKLAND);
        assertThat(with(MORNINGS).takes(twice.toInstant())).isTrue();
        assertThat(with(MORNINGS).takes(twice.plusHours(1).toInstant()))
                .as("the second time")
                .isTrue();
    }

    @Test
    void aNightGoesOnPastMidnightAndNoHoursAreAnyHour() {
        var night = new Hours(List.of(new Hours.Span(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(6, 0))));
        var friday = ZonedDateTime.of(2026, 11, 20, 23, 0, 0, 0, AUCKLAND);
        assertThat(with(night).takes(friday.toInstant())).isTrue();
        assertThat(with(night).takes(friday.plusHours(6).toInstant())).isTrue();
        assertThat(with(night).takes(friday.plusHours(7).toInstant())).isFalse();
        assertThat(with(night).back(friday.plusHours(7).toInstant()))
                .contains(friday.plusDays(7).withHour(22));
        assertThat(with(Hours.ANY).takes(friday.toInstant())).isTrue();
    }
}
