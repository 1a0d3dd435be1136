package io.deskpulse.alerting.notification;

import static io.deskpulse.alerting.notification.TimeLine.firing;
import static io.deskpulse.alerting.notification.TimeLine.hours;
import static io.deskpulse.alerting.notification.TimeLine.minutes;
import static io.deskpulse.alerting.notification.TimeLine.resolved;
import static io.deskpulse.alerting.notification.TimeLine.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One after the other is told until somebody takes care. */
class EscalationTest {
    private static final String ROUTING =
            "{'route': {'policy': 'support', 'groupWait': '0s', 'groupInterval': '1m', 'repeatInterval': '4h'}}";
    private static final String POLICY =
            """
            {'steps': [{'notify': [{'receiver': 'ann'}], 'wait': '5m'}, {'notify': [{'receiver': 'bo'}, {'receiver': 'lead'}], 'wait': '10m'}],
             'repeat': 1}""";

    @Test
    void nextStepIsTakenUntilAllRoundsAreOverAndAnewAfterTheRepeatInterval() {
        TimeLine line = TimeLine.start().routed(ROUTING).policy("support", POLICY);
        line.at(seconds(0)).fires("a");
        for (int begin : new int[] {0, 15, 30 + 240}) {
            line.expect(firing("a")).to("ann").level(1).at(minutes(begin));
            line.expect(firing("a")).to("bo").level(2).at(minutes(begin + 5));
            line.expect(firing("a")).to("lead").level(2).at(minutes(begin + 5));
        }
        line.run(minutes(280));
    }

    @Test
    void acknowledgingStopsPagingAndTheEndIsToldToAllWhoWerePaged() {
        TimeLine line = TimeLine.start().routed(ROUTING).policy("support", POLICY);
        line.at(seconds(0)).fires("a");
        line.at(minutes(7)).acknowledges("a");
        line.at(hours(30)).resolves("a");
        line.expect(firing("a")).to("ann").level(1).at(minutes(0));
        line.expect(firing("a")).to("bo").level(2).at(minutes(5));
        line.expect(firing("a")).to("lead").level(2).at(minutes(5));
        line.expect(resolved("a")).to("ann").at(hours(30));
        line.expect(resolved("a")).to("bo").at(hours(30));
        line.expect(resolved("a")).to("lead").at(hours(30));
        line.run(hours(48));
        assertThat(line.empty()).isTrue();
    }

    @Test
    void incidentSystemHearsOnceThatSomebodyTakesCare() {
        TimeLine line = TimeLine.start()
                .routed(ROUTING)
                .policy("support", POLICY)
                .hearsAcknowledgements("ann")
                .hearsAcknowledgements("bo");
        line.at(seconds(0)).fires("a");
        line.at(seconds(0)).fires("b");
        line.at(minutes(7)).acknowledges("a");
        line.at(minutes(9)).acknowledges("b");
        line.at(hours(3)).resolves("a");
        line.at(hours(3)).resolves("b");
        line.expect(firing("a", "b")).to("ann").level(1).at(minutes(0));
        line.expect(firing("a", "b")).to("bo").level(2).at(minutes(5));
        line.expect(firing("a", "b")).to("lead").level(2).at(minutes(5));
        for (int minute : new int[] {7, 9}) {
            line.expect(firing("a", "b")).to("ann").at(minutes(minute));
            line.expect(firing("a", "b")).to("bo").level(2).at(minutes(minute));
        }
        for (String receiver : new String[] {"ann", "bo", "lead"}) {
            line.expect(resolved("a", "b")).to(receiver).at(hours(3));
        }
        line.run(hours(9));
    }

    @Test
    void resolvingStopsPaging() {
        TimeLine line = TimeLine.start().routed(ROUTING).policy("support", POLICY);
        line.at(seconds(0)).fires("a");
        line.at(minutes(3)).resolves("a");
        line.expect(firing("a")).to("ann").level(1).at(minutes(0));
        line.expect(resolved("a")).to("ann").between(minutes(3), minutes(4));
        line.run(hours(24));
    }

    @Test
    void pagingGoesOnWhereItStoodWhenAnAcknowledgementIsTooOld() {
        TimeLine line = TimeLine.start()
                .routed(ROUTING)
                .policy("support", POLICY.replace("'repeat': 1", "'ackTimeout': '30m'"));
        line.at(seconds(0)).fires("a");
        line.at(minutes(7)).acknowledges("a");
        line.at(minutes(45)).resolves("a");
        line.expect(firing("a")).to("ann").level(1).at(minutes(0));
        line.expect(firing("a")).to("bo").level(2).at(minutes(5));
        line.expect(firing("a")).to("lead").level(2).at(minutes(5));
        line.expect(firing("a")).to("bo").level(2).at(minutes(37));
        line.expect(firing("a")).to("lead").level(2).at(minutes(37));
        line.expect(resolved("a")).to("ann").at(minutes(45));
        line.expect(resolved("a")).to("bo").at(minutes(45));
        line.expect(resolved("a")).to("lead").at(minutes(45));
        line.run(hours(2));
    }

    @Test
    void newAlertAfterAnAcknowledgementBeginsAtTheFirstStep() {
        TimeLine line = TimeLine.start().routed(ROUTING).policy("support", POLICY);
        line.at(seconds(0)).fires("a");
        line.at(minutes(7)).acknowledges("a");
        line.at(minutes(20)).fires("b");
        line.at(minutes(22)).acknowledges("b");
        line.expect(firing("a")).to("ann").level(1).at(minutes(0));
        line.expect(firing("a")).to("bo").level(2).at(minutes(5));
        line.expect(firing("a")).to("lead").level(2).at(minutes(5));
        line.expect(firing("a", "b")).to("ann").level(1).at(minutes(20));
        line.run(minutes(60));
    }

    @Test
    void whoeverIsOnCallIsPagedAndAGapIsPassed() {
        TimeLine line = TimeLine.from("2026-03-29T00:30:00Z")
                .routed(ROUTING)
                .schedule(
                        "nights",
                        """
                        {'zone': 'Europe/Berlin', 'layers': [{'name': 'n', 'start': '2026-03-01T00:00', 'turn': {'unit': 'weeks'},
                          'participants': ['ann'], 'restrictions': [{'times': [{'startTime': '00:00', 'endTime': '06:00'}]}]}]}""")
                .policy(
                        "support",
                        "{'steps': [{'notify': [{'schedule': 'nights'}], 'wait': '5m'}, {'notify': [{'receiver': 'lead'}], 'wait': '5m'}]}");
        line.at("2026-03-29T03:56:00Z").fires("before", "queue", "vip");
        line.at("2026-03-29T03:57:00Z").resolves("before");
        line.at("2026-03-29T04:00:00Z").fires("after", "queue", "sales");
        line.at("2026-03-29T04:01:00Z").acknowledges("after");
        line.expect(firing("before")).to("ann").level(1).at("2026-03-29T03:56:00Z");
        line.expect(resolved("before")).to("ann").at("2026-03-29T03:57:00Z");
        line.expect(firing("after")).to("lead").level(2).at("2026-03-29T04:00:00Z");
        line.run(hours(5));
        assertThat(line.reasons()).contains("held nobody-on-call");
    }

    @Test
    void silencedAlertDoesNotEscalate() {
        TimeLine line = TimeLine.start().routed(ROUTING).policy("support", POLICY);
        line.at(seconds(0)).fires("a");
        line.at(minutes(2)).silences("name=a", hours(10));
        line.expect(firing("a")).to("ann").level(1).at(minutes(0));
        line.run(hours(9));
    }
}
