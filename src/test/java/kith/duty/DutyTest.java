package kith.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;
import org.junit.jupiter.api.Test;

/** Marama told the hosts what worries her; Ana and Ben are hosts, Tane is whom it is about. */
class DutyTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final MemberId MARAMA = MemberId.next();
    private static final MemberId ANA = MemberId.next();
    private static final MemberId BEN = MemberId.next();
    private static final MemberId TANE = MemberId.next();

    private final NewDuty wanted = wanted(Risk.ROUTINE, NINE.plus(Duration.ofHours(24)));
    private final Duty duty = Duty.open(wanted);

    @Test
    void anaHoldsWhatSheClaims() {
        assertThat(taken(duty.claim(ANA, NINE)).holder(NINE)).contains(ANA);
    }

    @Test
    void benCannotClaimWhatAnaHolds() {
        assertThat(refused(taken(duty.claim(ANA, NINE)).claim(BEN, NINE.plusSeconds(1))))
                .isEqualTo("duty.refused.held");
    }

    @Test
    void aClaimLapsesByItselfAfterAnHour() {
        var held = taken(duty.claim(ANA, NINE));
        assertThat(held.holder(NINE.plus(Duration.ofMinutes(59)))).contains(ANA);
        assertThat(held.holder(NINE.plus(Duration.ofMinutes(60)))).isEmpty();
        assertThat(taken(held.claim(BEN, NINE.plus(Duration.ofMinutes(60)))).holder(NINE.plus(Duration.ofMinutes(60))))
                .contains(BEN);
    }

    @Test
    void claimingAgainGivesAnaAnotherHour() {
        var again = taken(taken(duty.claim(ANA, NINE)).claim(ANA, NINE.plus(Duration.ofMinutes(50))));
        assertThat(again.holder(NINE.plus(Duration.ofMinutes(100)))).contains(ANA);
    }

    @Test
    void taneNeverHoldsWhatIsAboutHim() {
        assertThat(refused(duty.claim(TANE, NINE))).isEqualTo("duty.refused.barred");
        assertThat(refused(taken(duty.claim(ANA, NINE)).handOver(ANA, false, TANE, "", NINE)))
                .isEqualTo("duty.refused.barred");
    }

    @Test
    void onlyTheHolderPutsItBackOrHandsItOver() {
        var held = taken(duty.claim(ANA, NINE));
        assertThat(refused(held.release(BEN, NINE))).isEqualTo("duty.refused.not-yours");
        assertThat(refused(held.handOver(BEN, false, BEN, "", NINE))).isEqualTo("duty.refused.held");
        assertThat(taken(held.release(ANA, NINE)).holder(NINE)).isEmpty();
        assertThat(taken(held.handOver(ANA, false, BEN, "", NINE)).holder(NINE)).contains(BEN);
    }

    @Test
    void whatIsDoneInTimeIsMetEvenByAnother() {
        var met = taken(taken(duty.claim(ANA, NINE)).meet(BEN, "/cases", duty.due()));
        assertThat(met.end()).isEqualTo(new Duty.End(Outcome.MET, duty.due(), BEN, "/cases"));
        assertThat(met.holder(duty.due())).isEmpty();
    }

    @Test
    void whatIsDoneLateIsMissedThoughItIsDone() {
        var late = duty.due().plusMillis(1);
        assertThat(duty.late(late)).isTrue();
        assertThat(taken(duty.meet(BEN, "/cases", late)).end())
                .isEqualTo(new Duty.End(Outcome.MISSED, late, BEN, "/cases"));
    }

    @Test
    void whatIsNoLongerOwedIsWithdrawnAndNobodyMissedIt() {
        var gone = taken(duty.withdraw("erased", duty.due().plusSeconds(9)));
        assertThat(gone.end()).extracting("outcome").isEqualTo(Outcome.WITHDRAWN);
        assertThat(gone.late(duty.due().plusSeconds(9))).isFalse();
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        var met = taken(duty.meet(ANA, "/cases", NINE));
        assertThat(refused(met.claim(ANA, NINE))).isEqualTo("duty.refused.ended");
        assertThat(refused(met.meet(BEN, "/cases", NINE))).isEqualTo("duty.refused.ended");
        assertThat(refused(met.withdraw("gone", NINE))).isEqualTo("duty.refused.ended");
    }

    @Test
    void aSecondWorryMakesItSoonerAndNeverLater() {
        var soon = NINE.plus(Duration.ofHours(2));
        var worse = duty.again(wanted(Risk.RED, soon));
        assertThat(worse.risk()).isEqualTo(Risk.RED);
        assertThat(worse.due()).isEqualTo(soon);
        assertThat(worse.again(wanted)).isEqualTo(worse);
    }

    private static NewDuty wanted(Risk risk, Instant due) {
        var community = new CommunityId(new UUID(1, 1));
        return new NewDuty(community, "report", "report:post/1", risk, MARAMA, TANE, "/cases/a/1", NINE, due);
    }

    private static Duty taken(Turn turn) {
        return ((Turn.Taken) turn).duty();
    }

    private static String refused(Turn turn) {
        return ((Turn.Refused) turn).why().key();
    }
}
