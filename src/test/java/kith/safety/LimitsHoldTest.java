package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.MemberId;
import kith.page.TooMany;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A limit lets through as many as it says, however they come. */
@WholeHouse
class LimitsHoldTest {
    @Autowired
    Limits limits;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transactions;

    private final MemberId ana = new MemberId(UUID.randomUUID());

    @Test
    void ofManyAtOnceAsManyPassAsTheLimitSays() throws Exception {
        var tries = new ArrayList<Callable<Boolean>>();
        for (var n = 0; n < 30; n++) {
            tries.add(() -> passes(Limit.REPORT));
        }
        var passed = 0;
        try (var hands = Executors.newFixedThreadPool(10)) {
            for (var each : hands.invokeAll(tries)) {
                passed += each.get() ? 1 : 0;
            }
        }
        assertThat(passed).isEqualTo(Limit.REPORT.capacity());
    }

    @Test
    void oneMorePassesWhenItsShareOfTheTimeIsOverAndNoneBefore() {
        for (var n = 0; n < Limit.EXPORT.capacity(); n++) {
            limits.take(Limit.EXPORT, ana);
        }
        assertThatThrownBy(() -> limits.take(Limit.EXPORT, ana))
                .isInstanceOfSatisfying(
                        TooMany.class,
                        told -> assertThat(told.retryAfter())
                                .isBetween(Duration.ofSeconds(590), Duration.ofSeconds(600)));
        pass(Duration.ofSeconds(580));
        assertThat(passes(Limit.EXPORT)).isFalse();
        pass(Duration.ofSeconds(20));
        assertThat(passes(Limit.EXPORT)).isTrue();
        assertThat(passes(Limit.EXPORT)).isFalse();
        pass(Duration.ofDays(3));
        for (var n = 0; n < Limit.EXPORT.capacity(); n++) {
            assertThat(passes(Limit.EXPORT)).isTrue();
        }
        assertThat(passes(Limit.EXPORT)).isFalse();
    }

    @Test
    void whatIsUndoneWasStillTried() {
        for (var n = 0; n < Limit.EXPORT.capacity(); n++) {
            transactions.executeWithoutResult(undone -> {
                limits.take(Limit.EXPORT, ana);
                undone.setRollbackOnly();
            });
        }
        assertThat(passes(Limit.EXPORT)).isFalse();
    }

    private boolean passes(Limit limit) {
        try {
            limits.take(limit, ana);
            return true;
        } catch (TooMany told) {
            return false;
        }
    }

    /** Time goes on for everybody who exported something. */
    private void pass(Duration time) {
        sql.sql("update identity.bucket set full_at = full_at - :time::interval where id like 'EXPORT:%'")
                .param("time", time.toString())
                .update();
    }
}
