package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static io.deskpulse.alerting.evaluation.Cells.counts;
import static io.deskpulse.alerting.evaluation.TimeLine.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.rule.Condition.NoData;
import io.deskpulse.alerting.rule.NoDataPolicy;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of alerts in time where nothing is counted, and of groups that come and go; times are those at which people are told. */
class NoDataInTimeTest {
    private static final Map<String, String> WEB = Map.of("channel", "web");
    private static final Map<String, String> APP = Map.of("channel", "app");

    private static RuleUnderTest resolution() {
        return RuleUnderTest.on("resolution_rate").below(0.7);
    }

    private static Map<String, Amounts> resolved(int resolved, int closed) {
        return counts("conversations_closed", closed, "resolved_by_bot", resolved);
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
}
