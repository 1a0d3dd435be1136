package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static io.deskpulse.alerting.alert.State.RECOVERING;
import static io.deskpulse.alerting.evaluation.Cells.counts;
import static io.deskpulse.alerting.evaluation.TimeLine.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.rule.Condition.Certainty;
import io.deskpulse.alerting.rule.Condition.Threshold;
import io.deskpulse.alerting.rule.Operator;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of alerts of a threshold in time; times are those at which people are told. */
class ThresholdsInTimeTest {
    private static RuleUnderTest resolution() {
        return RuleUnderTest.on("resolution_rate").below(0.7);
    }

    private static Map<String, Amounts> resolved(int resolved, int closed) {
        return counts("conversations_closed", closed, "resolved_by_bot", resolved);
    }

    @Test
    void aBreachFiresAtTheEndOfItsMinuteAndEndsWhenTheWindowHasPassedIt() {
        TimeLine.of(resolution())
                .eachMinute(minutes(0), minutes(20), resolved(8, 10))
                .at(minutes(3.5))
                .push(resolved(0, 30))
                .expect(FIRING, Reason.BREACHED)
                .between(minutes(4), minutes(4))
                .expect(NORMAL, Reason.RECOVERED)
                .between(minutes(9), minutes(9))
                .until(minutes(15));
    }

    @Test
    void theOpenMinuteIsNotLookedAt() {
        TimeLine.of(resolution().over(minutes(1)))
                .at(minutes(2.1))
                .push(resolved(0, 10))
                .at(minutes(2.9))
                .push(resolved(90, 90))
                .until(minutes(5));
    }

    @Test
    void theDelayLeavesTimeForLateEvents() {
        TimeLine.of(resolution().over(minutes(1)).delayed(minutes(2)))
                .at(minutes(1.5))
                .push(resolved(0, 10))
                .expect(FIRING)
                .between(minutes(4), minutes(4))
                .until(minutes(4.5));
    }

    @Test
    void aCountThatOnlyGrowsFiresAtOnceAndEndsOnlyWithItsWindow() {
        TimeLine.of(RuleUnderTest.on("conversations_started").above(99).over(minutes(1)))
                .at(minutes(2.2))
                .push(counts("conversations_started", 60))
                .at(minutes(2.4))
                .push(counts("conversations_started", 40))
                .expect(FIRING)
                .between(minutes(2.4), minutes(2.4))
                .expect(NORMAL)
                .between(minutes(4), minutes(4))
                .until(minutes(6));
    }

    @Test
    void forMustPassBeforeItFires() {
        TimeLine.of(resolution().over(minutes(1)).holdFor(minutes(3)))
                .eachMinute(minutes(1), minutes(10), resolved(1, 10))
                .expect(PENDING)
                .between(minutes(2), minutes(2))
                .expect(FIRING, Reason.HELD)
                .between(minutes(5), minutes(5))
                .until(minutes(9));
    }

    @Test
    void whatIsOverBeforeForHasPassedNeverFires() {
        TimeLine.of(resolution().over(minutes(1)).holdFor(minutes(3)))
                .eachMinute(minutes(1), minutes(3), resolved(1, 10))
                .eachMinute(minutes(3), minutes(10), resolved(9, 10))
                .expect(PENDING)
                .between(minutes(2), minutes(2))
                .expect(NORMAL, Reason.RECOVERED)
                .between(minutes(4), minutes(4))
                .until(minutes(9));
    }

    @Test
    void keepFiringForBridgesShortRecoveries() {
        TimeLine.of(resolution().over(minutes(1)).keepFiringFor(minutes(3)))
                .eachMinute(minutes(1), minutes(2), resolved(1, 10))
                .eachMinute(minutes(2), minutes(4), resolved(9, 10))
                .eachMinute(minutes(4), minutes(5), resolved(1, 10))
                .eachMinute(minutes(5), minutes(12), resolved(9, 10))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .expect(RECOVERING)
                .between(minutes(3), minutes(3))
                .expect(FIRING)
                .between(minutes(5), minutes(5))
                .expect(RECOVERING)
                .between(minutes(6), minutes(6))
                .expect(NORMAL, Reason.KEPT_LONG_ENOUGH)
                .between(minutes(9), minutes(9))
                .until(minutes(12));
    }

    @Test
    void betweenThresholdAndRecoveryItFiresOn() {
        TimeLine.of(resolution().below(0.7, 0.8).over(minutes(1)))
                .eachMinute(minutes(1), minutes(2), resolved(5, 10))
                .eachMinute(minutes(2), minutes(5), resolved(75, 100))
                .eachMinute(minutes(5), minutes(8), resolved(8, 10))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .expect(NORMAL)
                .between(minutes(6), minutes(6))
                .until(minutes(8));
    }

    @Test
    void betweenThresholdAndRecoveryAPendingOneGoesBack() {
        TimeLine.of(resolution().below(0.7, 0.8).over(minutes(1)).holdFor(minutes(5)))
                .eachMinute(minutes(1), minutes(2), resolved(5, 10))
                .eachMinute(minutes(2), minutes(8), resolved(75, 100))
                .expect(PENDING)
                .between(minutes(2), minutes(2))
                .expect(NORMAL)
                .between(minutes(3), minutes(3))
                .until(minutes(8));
    }

    @Test
    void smallSamplesFireNothingAndEndNothing() {
        TimeLine.of(resolution().over(minutes(1)).minSamples(20))
                .eachMinute(minutes(1), minutes(3), resolved(0, 19))
                .eachMinute(minutes(3), minutes(4), resolved(0, 20))
                .eachMinute(minutes(4), minutes(6), resolved(19, 19))
                .eachMinute(minutes(6), minutes(7), resolved(20, 20))
                .expect(FIRING)
                .between(minutes(4), minutes(4))
                .expect(NORMAL, Reason.RECOVERED)
                .between(minutes(7), minutes(7))
                .until(minutes(7));
    }

    @Test
    void theBoundOfTheIntervalKeepsSmallSamplesFromFiring() {
        Threshold certain = new Threshold(Operator.BELOW, 0.7, null, Certainty.BOUND);
        TimeLine.of(resolution().when(certain).over(minutes(1)))
                .eachMinute(minutes(1), minutes(2), resolved(6, 10))
                .eachMinute(minutes(2), minutes(3), resolved(600, 1_000))
                .expect(FIRING)
                .between(minutes(3), minutes(3))
                .until(minutes(3.5));
    }

    @Test
    void evidenceTellsTheValueItsIntervalAndTheWindow() {
        TimeLine line = TimeLine.of(resolution().over(minutes(1)))
                .eachMinute(minutes(1), minutes(2), resolved(4, 10))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .until(minutes(2));

        var evidence = line.told().get(0).evidence();
        assertThat(evidence.value()).isEqualTo(0.4);
        assertThat(evidence.low()).isBetween(0.15, 0.2);
        assertThat(evidence.high()).isBetween(0.65, 0.7);
        assertThat(evidence.numerator()).isEqualTo(4);
        assertThat(evidence.sample()).isEqualTo(10);
        assertThat(evidence.limit()).isEqualTo(0.7);
        assertThat(evidence.from()).isEqualTo(TimeLine.START.plus(minutes(1)));
        assertThat(evidence.to()).isEqualTo(TimeLine.START.plus(minutes(2)));
    }
}
