package kith.advice;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import kith.Asleep;
import kith.ManualClock;
import kith.house.TestHouse;
import kith.identity.MemberId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.test.context.ContextConfiguration;

/**
 * Fifty questions a day to six practitioners: {@code bin/bench duties} runs a whole year of them, this nine days in which Europe and New Zealand change their
 * clocks ({@code -Dkith.days=365} for the year).
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
@Import({Year.class, YearOfQuestionsTest.Ahead.class})
class YearOfQuestionsTest {
    private static final int DAYS = Integer.getInteger("kith.days", 9);
    private static final int A_DAY = 50;

    /** Until everything that was asked has ended by its rule. */
    private static final int AFTERWARDS = 45;

    @Autowired
    JdbcClient sql;

    @Autowired
    Year year;

    private int most;

    @Test
    void everyDutyEndsNobodyIsOverTheirLimitsAndEachIsToldOnce() {
        var day = DAYS > 100 ? LocalDate.of(2027, 1, 1) : LocalDate.of(2027, 3, 27);
        year.begin(day, DAYS, 2027);
        var from = day.atStartOfDay(UTC).toInstant();
        year.run(from.plus(Duration.ofDays(DAYS)), Year.TICK, A_DAY, this::look);
        year.run(from.plus(Duration.ofDays(DAYS + AFTERWARDS)), Year.SLOW, 0, this::look);

        var report = new YearReport(sql, year.here());
        System.out.println(report.text(year, from, from.plus(Duration.ofDays(DAYS)), most));
        assertThat(year.done().get("asked")).isGreaterThan(DAYS * A_DAY * 3 / 4);
        assertThat(report.open()).as("still open").isEmpty();
        assertThat(report.wrong()).as("met or missed, against their times").isZero();
        assertThat(report.toldTwice()).as("told twice, or with no notice").isZero();
        assertThat(report.questions("ASKED") + report.questions("ANSWERED"))
                .as("neither answered nor ended by rule")
                .isZero();
        assertThat(report.strangers()).isZero();
        assertThat(report.duties("MET")).as("most promises are kept").isGreaterThan(2 * report.duties("MISSED"));
    }

    /** Nobody has more in their hands, nor was given more since their midnight, than they said; nobody was given anything while they were away or off duty. */
    private void look() {
        for (var nurse : year.nurses()) {
            var now = year.now().atOffset(UTC);
            var held = count("""
                    select count(*) from duty.duty d where d.holder = :who and d.claim_until > :at and d.outcome is null
                      and not exists (select from advice.entry e where e.state = 'READING' and 'question:' || e.question_id = d.cause)""", nurse.who().id(), now);
            most = Math.max(most, held);
            assertThat(held)
                    .as("%s holds, at %s", nurse.name(), now)
                    .isLessThanOrEqualTo(nurse.bounds().open());
            var midnight = year.now()
                    .atZone(nurse.who().zone())
                    .toLocalDate()
                    .atStartOfDay(nurse.who().zone())
                    .toOffsetDateTime();
            assertThat(count(
                            "select count(*) from advice.routing where practitioner = :who and at >= :at",
                            nurse.who().id(),
                            midnight))
                    .as("%s was given since midnight, at %s", nurse.name(), now)
                    .isLessThanOrEqualTo(nurse.bounds().daily());
            if (!nurse.bounds().takes(year.now())) {
                assertThat(count(
                                "select count(*) from advice.routing where practitioner = :who and at = :at and why = 'THERE'",
                                nurse.who().id(),
                                now))
                        .as("%s is off duty at %s", nurse.name(), now)
                        .isZero();
            }
        }
    }

    private int count(String what, MemberId who, OffsetDateTime at) {
        return sql.sql(what)
                .param("who", (UUID) who.value())
                .param("at", at)
                .query(Integer.class)
                .single();
    }

    /** Time passes when the test says so, and the house's jobs run then. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Ahead {
        @Bean
        @Primary
        ManualClock ahead() {
            return new ManualClock();
        }

        @Bean
        TaskScheduler taskScheduler() {
            return new Asleep();
        }
    }
}
