package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.evaluation.Cells.counts;
import static io.deskpulse.alerting.evaluation.TimeLine.hours;
import static io.deskpulse.alerting.evaluation.TimeLine.minutes;

import io.deskpulse.alerting.rule.Condition.Baseline;
import io.deskpulse.alerting.rule.Condition.BurnRate;
import io.deskpulse.alerting.rule.Condition.Change;
import io.deskpulse.alerting.rule.Condition.Measure;
import io.deskpulse.alerting.rule.Operator;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of alerts in time that compare, or that burn a budget; times are those at which people are told. */
class BaselinesInTimeTest {
    private static RuleUnderTest resolution() {
        return RuleUnderTest.on("resolution_rate").below(0.7);
    }

    private static Map<String, Amounts> resolved(int resolved, int closed) {
        return counts("conversations_closed", closed, "resolved_by_bot", resolved);
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
}
