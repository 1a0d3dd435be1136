package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static io.deskpulse.alerting.evaluation.Cells.counts;
import static io.deskpulse.alerting.evaluation.TimeLine.minutes;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of alerts in time where the process or the rules change; times are those at which people are told. */
class RestartsInTimeTest {
    private static RuleUnderTest resolution() {
        return RuleUnderTest.on("resolution_rate").below(0.7);
    }

    private static Map<String, Amounts> resolved(int resolved, int closed) {
        return counts("conversations_closed", closed, "resolved_by_bot", resolved);
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
}
