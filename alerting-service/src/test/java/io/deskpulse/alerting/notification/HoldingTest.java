package io.deskpulse.alerting.notification;

import static io.deskpulse.alerting.notification.TimeLine.firing;
import static io.deskpulse.alerting.notification.TimeLine.hours;
import static io.deskpulse.alerting.notification.TimeLine.minutes;
import static io.deskpulse.alerting.notification.TimeLine.resolved;
import static io.deskpulse.alerting.notification.TimeLine.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are not told: inhibition, mute and active times, silences, acknowledgement. */
class HoldingTest {
    private static final String INHIBITING =
            """
            {'route': {'receiver': 'default', 'groupBy': ['name'], 'groupWait': '10s', 'groupInterval': '1m'},
             'inhibitRules': [{'sourceMatchers': ['severity=critical'], 'targetMatchers': ['severity=warning'], 'equal': ['queue']}]}""";

    private static final String MUTED_AT_NIGHT =
            """
            {'route': {'receiver': 'default', 'routes': [{'matchers': ['queue=vip'], 'groupWait': '0s', 'groupInterval': '1m',
                'repeatInterval': '100d', 'muteTimeIntervals': ['night']}]},
             'timeIntervals': [{'name': 'night', 'intervals': [
                {'times': [{'startTime': '22:00', 'endTime': '24:00'}, {'startTime': '00:00', 'endTime': '06:00'}], 'location': '%s'}]}]}""";

    @Test
    void worseAlertInhibitsTheOthersOfItsQueueForAsLongAsItFires() {
        TimeLine line = TimeLine.start().routed(INHIBITING);
        line.at(seconds(0)).fires("down", "severity", "critical", "queue", "vip");
        line.at(seconds(0)).fires("slow", "severity", "warning", "queue", "vip");
        line.at(seconds(0)).fires("other", "severity", "warning", "queue", "sales");
        line.at(minutes(30)).resolves("down");
        line.expect(firing("down")).at(seconds(10));
        line.expect(firing("other")).at(seconds(10));
        line.expect(resolved("down")).at(minutes(30));
        line.expect(firing("slow")).between(minutes(30), minutes(31));
        line.run(hours(1));
        assertThat(line.reasons()).contains("held inhibited");
    }

    @Test
    void silencedAlertInhibitsAllTheSame() {
        TimeLine line = TimeLine.start().routed(INHIBITING);
        line.at(seconds(0)).silences("name=down", hours(2));
        line.at(seconds(0)).fires("down", "severity", "critical", "queue", "vip");
        line.at(seconds(0)).fires("slow", "severity", "warning", "queue", "vip");
        line.run(hours(1));
        assertThat(line.reasons()).containsExactlyInAnyOrder("held silenced", "held inhibited");
    }

    @Test
    void endOfWhatWasToldIsToldThoughItIsInhibitedSince() {
        TimeLine line = TimeLine.start().routed(INHIBITING);
        line.at(seconds(0)).fires("slow", "severity", "warning", "queue", "vip");
        line.at(minutes(5)).fires("down", "severity", "critical", "queue", "vip");
        line.at(minutes(10)).resolves("slow");
        line.expect(firing("slow")).at(seconds(10));
        line.expect(firing("down")).at(minutes(5).plusSeconds(10));
        line.expect(resolved("slow")).at(minutes(10));
        line.run(hours(1));
    }

    @Test
    void silencedAlertIsToldOnceTheSilenceHasEnded() {
        TimeLine line = TimeLine.start();
        line.at(seconds(0)).silences("queue=~v.*", minutes(30));
        line.at(minutes(1)).fires("a", "queue", "vip");
        line.at(minutes(40)).resolves("a");
        line.expect(firing("a")).between(minutes(30), minutes(31).plusSeconds(10));
        line.expect(resolved("a")).at(minutes(40));
        line.run(hours(2));
        assertThat(line.reasons()).containsExactly("held silenced", "sent first", "sent resolved");
    }

    @Test
    void silenceKeepsRepetitionsBackButNotTheEnd() {
        TimeLine line = TimeLine.start();
        line.at(seconds(0)).fires("a");
        line.at(minutes(1)).silences("name=a", hours(10));
        line.at(hours(9)).resolves("a");
        line.expect(firing("a")).at(seconds(10));
        line.expect(resolved("a")).between(hours(9), hours(9).plusMinutes(1));
        line.run(hours(20));
    }

    @Test
    void acknowledgedAlertIsNotRepeatedAndItsEndIsTold() {
        TimeLine line = TimeLine.start();
        line.at(seconds(0)).fires("a");
        line.at(minutes(5)).acknowledges("a");
        line.at(hours(20)).resolves("a");
        line.expect(firing("a")).at(seconds(10));
        line.expect(resolved("a")).at(hours(20));
        line.run(hours(24));
    }

    @Test
    void repetitionComesForWhatNobodyHasAcknowledged() {
        TimeLine line = TimeLine.start();
        line.at(seconds(0)).fires("a");
        line.at(seconds(0)).fires("b");
        line.at(minutes(5)).acknowledges("a");
        line.expect(firing("a", "b")).at(seconds(10));
        line.expect(firing("a", "b")).at(hours(4).plusSeconds(10));
        line.run(hours(5));
    }

    @Test
    void alertAcknowledgedBeforeAnybodyWasToldIsNotTold() {
        TimeLine line = TimeLine.start();
        line.at(seconds(0)).fires("a");
        line.at(seconds(5)).acknowledges("a");
        line.at(hours(1)).resolves("a");
        line.run(hours(6));
        assertThat(line.reasons()).containsExactly("dropped not-told");
    }

    /** 22:00 to 06:00 on the wall, in the nights in which clocks change, and where they never do. */
    @ParameterizedTest
    @CsvSource({
        // Forward on 29 March 2026 at 02:00: that night has seven hours.
        "Europe/Berlin, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z",
        "Europe/Berlin, 2026-03-27T21:00:00Z, 2026-03-28T05:00:00Z",
        // Back on 25 October 2026 at 03:00: nine hours.
        "Europe/Berlin, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
        "Europe/Berlin, 2026-10-25T21:00:00Z, 2026-10-26T05:00:00Z",
        "Asia/Shanghai, 2026-03-28T14:00:00Z, 2026-03-28T22:00:00Z",
        "Asia/Shanghai, 2026-10-24T14:00:00Z, 2026-10-24T22:00:00Z"
    })
    void nightIsMuteByTheClockOnTheWall(String zone, String begins, String ends) {
        Instant begin = Instant.parse(begins);
        Instant end = Instant.parse(ends);
        TimeLine line = TimeLine.from(begin.minus(hours(1)).toString()).routed(MUTED_AT_NIGHT.formatted(zone));
        line.at(begin.minusSeconds(1).toString()).fires("before", "queue", "vip", "k", "1");
        line.at(begins).fires("in", "queue", "vip");
        line.at(end.minusSeconds(90).toString()).resolves("before");
        line.at(end.plusSeconds(300).toString()).resolves("in");
        line.expect(firing("before")).at(begin.minusSeconds(1).toString());
        line.expect(firing("in").andResolved("before"))
                .between(
                        Duration.between(begin, end).plusHours(1),
                        Duration.between(begin, end).plusMinutes(61));
        line.expect(resolved("in")).at(end.plusSeconds(300).toString());
        line.run(end.plus(hours(2)));
        assertThat(line.reasons()).contains("held mute-time");
    }

    @Test
    void routeWithActiveTimesTellsInThemOnly() {
        TimeLine line = TimeLine.from("2026-03-06T16:00:00Z")
                .routed(
                        """
                        {'route': {'receiver': 'night-shift', 'routes': [{'matchers': ['queue=vip'], 'receiver': 'default',
                            'groupWait': '0s', 'activeTimeIntervals': ['office']}]},
                         'timeIntervals': [{'name': 'office', 'intervals': [
                            {'weekdays': ['monday:friday'], 'times': [{'startTime': '09:00', 'endTime': '17:00'}]}]}]}""");
        line.at("2026-03-06T16:00:00Z").fires("friday", "queue", "vip");
        line.at("2026-03-06T17:00:00Z").fires("evening", "queue", "vip", "k", "2");
        line.expect(firing("friday")).at("2026-03-06T16:00:00Z");
        line.expect(firing("friday", "evening")).between(hours(65), hours(65).plusMinutes(1));
        line.run(hours(66));
        assertThat(line.reasons()).contains("held inactive-time");
    }
}
