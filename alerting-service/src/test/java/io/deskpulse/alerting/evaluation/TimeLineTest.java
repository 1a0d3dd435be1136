package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static io.deskpulse.alerting.alert.State.RECOVERING;
import static io.deskpulse.alerting.evaluation.Cells.counts;
import static io.deskpulse.alerting.evaluation.TimeLine.hours;
import static io.deskpulse.alerting.evaluation.TimeLine.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.rule.Condition.Baseline;
import io.deskpulse.alerting.rule.Condition.BurnRate;
import io.deskpulse.alerting.rule.Condition.Certainty;
import io.deskpulse.alerting.rule.Condition.Change;
import io.deskpulse.alerting.rule.Condition.Measure;
import io.deskpulse.alerting.rule.Condition.NoData;
import io.deskpulse.alerting.rule.Condition.Threshold;
import io.deskpulse.alerting.rule.NoDataPolicy;
import io.deskpulse.alerting.rule.Operator;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of alerts in time; times are those at which people are told. */
class TimeLineTest {
    private static final Map<String, String> WEB = Map.of("channel", "web");
    private static final Map<String, String> APP = Map.of("channel", "app");

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
    void withoutDataAnAlertIsKept() {
        TimeLine.of(resolution().over(minutes(1)))
                .eachMinute(minutes(1), minutes(2), resolved(0, 10))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .until(minutes(60));
    }

    @Test
    void withoutDataAnAlertEndsWhereThatIsOk() {
        TimeLine.of(resolution().over(minutes(1)).noData(NoDataPolicy.OK))
                .eachMinute(minutes(1), minutes(2), resolved(0, 10))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .expect(NORMAL, Reason.NO_DATA)
                .between(minutes(3), minutes(3))
                .until(minutes(60));
    }

    @Test
    void withoutDataAnAlertFiresWhereThatIsAsked() {
        TimeLine.of(resolution().over(minutes(1)).noData(NoDataPolicy.ALERT))
                .eachMinute(minutes(0), minutes(3), resolved(9, 10))
                .eachMinute(minutes(6), minutes(9), resolved(9, 10))
                .expect(FIRING, Reason.NO_DATA)
                .between(minutes(0), minutes(0))
                .expect(NORMAL)
                .between(minutes(1), minutes(1))
                .expect(FIRING, Reason.NO_DATA)
                .between(minutes(4), minutes(4))
                .expect(NORMAL, Reason.RECOVERED)
                .between(minutes(7), minutes(7))
                .until(minutes(8));
    }

    @Test
    void silenceFiresARuleAboutSilence() {
        TimeLine.of(RuleUnderTest.on("messages")
                        .when(new NoData())
                        .over(minutes(2))
                        .holdFor(minutes(2)))
                .eachMinute(minutes(0), minutes(3), counts("messages_customer", 1))
                .eachMinute(minutes(9), minutes(12), counts("messages_bot", 1))
                .expect(PENDING, Reason.NO_DATA)
                .between(minutes(0), minutes(0))
                .expect(NORMAL)
                .between(minutes(1), minutes(1))
                .expect(PENDING, Reason.NO_DATA)
                .between(minutes(5), minutes(5))
                .expect(FIRING, Reason.NO_DATA)
                .between(minutes(7), minutes(7))
                .expect(NORMAL)
                .between(minutes(10), minutes(10))
                .until(minutes(11));
    }

    @Test
    void groupsHaveInstancesOfTheirOwn() {
        TimeLine.of(resolution().by("channel").over(minutes(1)))
                .eachMinute(minutes(0), minutes(9), WEB, resolved(9, 10))
                .eachMinute(minutes(0), minutes(5), APP, resolved(1, 10))
                .eachMinute(minutes(5), minutes(9), APP, resolved(9, 10))
                .expect(FIRING, "app")
                .between(minutes(1), minutes(1))
                .expect(NORMAL, "app")
                .between(minutes(6), minutes(6))
                .until(minutes(8));
    }

    @Test
    void aSeriesThatVanishesEndsItsAlert() {
        TimeLine.of(resolution().by("channel").over(minutes(1)).vanishAfter(3))
                .eachMinute(minutes(0), minutes(20), WEB, resolved(9, 10))
                .eachMinute(minutes(0), minutes(5), APP, resolved(1, 10))
                .expect(FIRING, "app")
                .between(minutes(1), minutes(1))
                .expect(NORMAL, Reason.VANISHED, "app")
                .between(minutes(8), minutes(8))
                .until(minutes(15));
    }

    @Test
    void groupsBeyondTheCapAreCountedAndNotWatched() {
        TimeLine line = TimeLine.of(resolution().by("channel").over(minutes(1)).maxInstances(2));
        for (String channel : new String[] {"a", "b", "c", "d"}) {
            line.eachMinute(minutes(0), minutes(3), Map.of("channel", channel), resolved(0, 10));
        }
        line.expect(FIRING).between(minutes(1), minutes(1)).expect(FIRING).between(minutes(1), minutes(1));
        line.until(minutes(2));

        assertThat(line.census().leftOut()).containsEntry("shop/low-resolution", 2);
    }

    @Test
    void aChangeIsMeasuredFromTheWindowBefore() {
        Change halved = new Change(Baseline.PREVIOUS, Measure.RELATIVE, Operator.AT_MOST, -0.5, null, false);
        TimeLine.of(RuleUnderTest.on("conversations_started").when(halved))
                .eachMinute(minutes(0), minutes(10), counts("conversations_started", 100))
                .eachMinute(minutes(10), minutes(30), counts("conversations_started", 40))
                .expect(FIRING)
                .between(minutes(15), minutes(15))
                .expect(NORMAL)
                .between(minutes(17), minutes(17))
                .until(minutes(25));
    }

    @Test
    void aChangeThatMayBeChanceFiresNothingWhereItMustBeMore() {
        Change down = new Change(Baseline.PREVIOUS, Measure.ABSOLUTE, Operator.BELOW, -0.05, null, true);
        TimeLine.of(resolution().when(down))
                .eachMinute(minutes(0), minutes(10), resolved(8, 10))
                .eachMinute(minutes(10), minutes(20), resolved(7, 10))
                .until(minutes(20));
        TimeLine.of(resolution().when(down))
                .eachMinute(minutes(0), minutes(10), resolved(800, 1_000))
                .eachMinute(minutes(10), minutes(20), resolved(700, 1_000))
                .expect(FIRING)
                .between(minutes(13), minutes(13))
                .expect(NORMAL)
                .between(minutes(18), minutes(18))
                .until(minutes(20));
    }

    @Test
    void lastWeekIsComparedOnceItIsKnown() {
        Change doubled = new Change(Baseline.LAST_WEEK, Measure.RELATIVE, Operator.AT_LEAST, 1, null, false);
        Duration week = Duration.ofDays(7);
        TimeLine.of(RuleUnderTest.on("conversations_started")
                        .when(doubled)
                        .over(hours(1))
                        .each(hours(1)))
                .at(hours(2).plusMinutes(10))
                .push(counts("conversations_started", 10))
                // In the first week there is nothing to compare with.
                .at(hours(5).plusMinutes(10))
                .push(counts("conversations_started", 1_000))
                .at(week.plusHours(2).plusMinutes(10))
                .push(counts("conversations_started", 20))
                .expect(FIRING)
                .between(week.plusHours(3), week.plusHours(3))
                .expect(NORMAL)
                .between(week.plusHours(4), week.plusHours(4))
                .until(week.plusHours(6));
    }

    @Test
    void aBudgetThatBurnsInBothWindowsFiresAndEndsSoonAfter() {
        BurnRate burning = new BurnRate(0.9, 2, minutes(5));
        TimeLine.of(resolution().when(burning).over(minutes(60)))
                .eachMinute(minutes(0), minutes(60), resolved(9, 10))
                .eachMinute(minutes(60), minutes(90), resolved(5, 10))
                .eachMinute(minutes(90), minutes(120), resolved(10, 10))
                .expect(FIRING)
                .between(minutes(76), minutes(76))
                .expect(NORMAL)
                .between(minutes(93), minutes(93))
                .until(minutes(120));
    }

    @Test
    void theDeadMansSwitchFiresFromTheBegin() {
        TimeLine.of(RuleUnderTest.always().named("alive"))
                .expect(FIRING)
                .between(minutes(0), minutes(0))
                .until(minutes(30));
    }

    @Test
    void aRestartPagesNobodyAgainAndForgetsNobody() {
        TimeLine.of(resolution().over(minutes(1)))
                .eachMinute(minutes(1), minutes(20), resolved(1, 10))
                .eachMinute(minutes(20), minutes(30), resolved(9, 10))
                .at(minutes(5.2))
                .restart(minutes(0.1))
                .at(minutes(19.5))
                .restart(minutes(4))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .expect(NORMAL, Reason.RECOVERED)
                .between(minutes(23.5), minutes(24))
                .until(minutes(29));
    }

    @Test
    void downtimeDoesNotCountTowardFor() {
        TimeLine.of(resolution().over(minutes(1)).holdFor(minutes(10)))
                .eachMinute(minutes(1), minutes(60), resolved(1, 10))
                .at(minutes(6.5))
                .restart(minutes(20))
                .expect(PENDING)
                .between(minutes(2), minutes(2))
                // Four minutes were seen until the sixth, one counts for the gap, five more are seen.
                .expect(FIRING, Reason.HELD)
                .between(minutes(31), minutes(31))
                .until(minutes(40));
    }

    @Test
    void aRemovedRuleEndsItsAlerts() {
        TimeLine.of(resolution().over(minutes(1)), resolution().named("other").below(0.1))
                .eachMinute(minutes(1), minutes(9), resolved(5, 10))
                .at(minutes(4.5))
                .change(resolution().named("other").below(0.1))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .expect(NORMAL, Reason.RULE_REMOVED)
                .between(minutes(4.5), minutes(4.5))
                .until(minutes(8));
    }

    @Test
    void aChangedRuleKeepsWhatHasTheSameLabelsAndEndsTheRest() {
        TimeLine.of(resolution().over(minutes(1)), resolution().named("other").over(minutes(1)))
                .eachMinute(minutes(1), minutes(9), resolved(5, 10))
                .at(minutes(4.5))
                .change(
                        resolution().over(minutes(1)).version(2).below(0.6),
                        resolution().named("other").over(minutes(1)).version(2).label("team", "night"))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .expect(FIRING)
                .between(minutes(2), minutes(2))
                .expect(NORMAL, Reason.RULE_CHANGED)
                .between(minutes(4.5), minutes(4.5))
                .expect(FIRING)
                .between(minutes(5), minutes(5))
                .until(minutes(8));
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
