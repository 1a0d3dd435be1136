package io.deskpulse.alerting.notification;

import static io.deskpulse.alerting.notification.TimeLine.firing;
import static io.deskpulse.alerting.notification.TimeLine.hours;
import static io.deskpulse.alerting.notification.TimeLine.minutes;
import static io.deskpulse.alerting.notification.TimeLine.resolved;
import static io.deskpulse.alerting.notification.TimeLine.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which alerts are told together, and when. */
class GroupingTest {
    private static final String BY_QUEUE =
            """
            {'route': {'receiver': 'default', 'groupBy': ['queue'], 'groupWait': '30s', 'groupInterval': '5m', 'repeatInterval': '4h'}}""";

    @Test
    void tenantWithoutRoutingIsToldAtItsDefaultReceiver() {
        TimeLine line = TimeLine.start();
        line.at(seconds(0)).fires("a");
        line.at(seconds(3)).fires("b");
        line.at(minutes(10)).resolves("a");
        line.at(minutes(10)).resolves("b");
        line.expect(firing("a", "b")).at(seconds(10));
        line.expect(resolved("a", "b")).at(minutes(10));
        line.run(hours(24));
        assertThat(line.empty()).isTrue();
    }

    @Test
    void alertsOfOneGroupAreToldTogetherAfterTheWait() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a", "queue", "vip");
        line.at(seconds(29)).fires("b", "queue", "vip");
        line.at(seconds(10)).fires("c", "queue", "sales");
        line.expect(firing("a", "b")).at(seconds(30));
        line.expect(firing("c")).at(seconds(40));
        line.run(minutes(60));
    }

    @Test
    void whatJoinsAGroupIsToldNotBeforeTheIntervalIsOver() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a", "queue", "vip");
        line.at(minutes(1)).fires("b", "queue", "vip");
        line.at(minutes(2)).resolves("a");
        line.expect(firing("a")).at(seconds(30));
        line.expect(firing("b").andResolved("a")).at(seconds(330));
        line.run(minutes(60));
    }

    @Test
    void groupThatWasQuietForLongIsToldAtOnce() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a", "queue", "vip");
        line.at(minutes(60)).fires("b", "queue", "vip");
        line.expect(firing("a")).at(seconds(30));
        line.expect(firing("a", "b")).at(minutes(60));
        line.run(minutes(90));
    }

    @Test
    void threeDotsGroupByAllLabels() {
        TimeLine line =
                TimeLine.start().routed("{'route': {'receiver': 'default', 'groupBy': ['...'], 'groupWait': '0s'}}");
        line.at(seconds(0)).fires("a");
        line.at(seconds(0)).fires("b");
        line.expect(firing("a")).at(seconds(0));
        line.expect(firing("b")).at(seconds(0));
        line.run(minutes(10));
    }

    @Test
    void alertGoesDownToTheDeepestRouteAndOnWhereItLetsIt() {
        TimeLine line = TimeLine.start()
                .routed(
                        """
                        {'route': {'receiver': 'default', 'groupWait': '0s', 'routes': [
                            {'matchers': ['severity=critical'], 'receiver': 'pager', 'continue': true, 'routes': [
                                {'matchers': ['queue=~v.*'], 'receiver': 'vip-pager'}]},
                            {'matchers': ['severity!=info'], 'receiver': 'chat'},
                            {'matchers': ['severity=~crit.*'], 'receiver': 'never'}]}}""");
        line.at(seconds(0)).fires("a", "severity", "critical", "queue", "vip");
        line.at(minutes(1)).fires("b", "severity", "warning");
        line.at(minutes(2)).fires("c", "severity", "info");
        line.expect(firing("a")).to("vip-pager").at(seconds(0));
        line.expect(firing("a")).to("chat").at(seconds(0));
        line.expect(firing("a", "b")).to("chat").at(minutes(1));
        line.expect(firing("c")).at(minutes(2));
        line.run(minutes(3));
    }

    @Test
    void whatGoesOnIsToldAgainEachRepeatIntervalAndNotBefore() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a");
        line.expect(firing("a")).at(seconds(30));
        line.expect(firing("a")).at(hours(4).plusSeconds(30));
        line.expect(firing("a")).at(hours(8).plusSeconds(30));
        line.run(hours(9));
    }

    @Test
    void changeOfAGroupPutsItsRepetitionOff() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a");
        line.at(hours(3)).fires("b");
        line.expect(firing("a")).at(seconds(30));
        line.expect(firing("a", "b")).at(hours(3));
        line.expect(firing("a", "b")).at(hours(7));
        line.run(hours(8));
    }

    @Test
    void alertThatEndsWithinTheWaitIsNeverTold() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a");
        line.at(seconds(10)).resolves("a");
        line.run(hours(24));
        assertThat(line.reasons()).containsExactly("dropped not-told");
        assertThat(line.empty()).isTrue();
    }

    @Test
    void alertThatFlapsWithinTheWaitIsToldOnce() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a");
        line.at(seconds(10)).resolves("a");
        line.at(seconds(20)).fires("a");
        line.expect(firing("a")).at(seconds(30));
        line.run(hours(1));
    }

    @Test
    void alertThatFlapsWithinTheIntervalGoesOnForPeople() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a");
        line.at(minutes(1)).resolves("a");
        line.at(minutes(2)).fires("a");
        line.at(minutes(20)).resolves("a");
        line.expect(firing("a")).at(seconds(30));
        line.expect(resolved("a")).at(minutes(20));
        line.run(hours(1));
    }

    @Test
    void endIsToldOnceOnly() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a");
        line.at(seconds(0)).fires("b");
        line.at(minutes(10)).resolves("a");
        line.expect(firing("a", "b")).at(seconds(30));
        line.expect(firing("b").andResolved("a")).at(minutes(10));
        line.expect(firing("b")).at(hours(4).plusMinutes(10));
        line.run(hours(5));
    }

    @Test
    void whatIsBeyondTheCapIsCounted() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        for (String name : new String[] {"a", "b", "c", "d", "e", "f", "g"}) {
            line.at(seconds(0)).fires(name);
        }
        line.expect(firing("a", "b", "c", "d", "e")).truncated(2).at(seconds(30));
        line.run(hours(1));
    }

    @Test
    void changedRoutingMovesAlertsAndTellsTheEndToWhoKnows() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a", "severity", "critical");
        line.at(minutes(10))
                .routes(
                        "{'route': {'receiver': 'default', 'groupBy': ['queue'], 'groupWait': '30s', 'routes': [{'matchers': ['severity=critical'], 'receiver': 'pager'}]}}");
        line.at(minutes(30)).resolves("a");
        line.expect(firing("a")).at(seconds(30));
        line.expect(firing("a")).to("pager").at(minutes(10).plusSeconds(30));
        line.expect(resolved("a")).at(minutes(30));
        line.expect(resolved("a")).to("pager").at(minutes(30));
        line.run(hours(1));
        assertThat(line.empty()).isTrue();
    }

    @Test
    void otherReceiverOfTheSameRouteIsToldAndTheFormerOneHearsOfTheEnd() {
        TimeLine line = TimeLine.start().routed(BY_QUEUE);
        line.at(seconds(0)).fires("a");
        line.at(minutes(10)).routes(BY_QUEUE.replace("'default'", "'other'"));
        line.at(minutes(30)).resolves("a");
        line.expect(firing("a")).at(seconds(30));
        line.expect(firing("a")).to("other").at(minutes(10));
        line.expect(resolved("a")).at(minutes(30));
        line.expect(resolved("a")).to("other").at(minutes(30));
        line.run(hours(1));
    }
}
