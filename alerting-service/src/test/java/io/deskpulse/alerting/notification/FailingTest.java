package io.deskpulse.alerting.notification;

import static io.deskpulse.alerting.notification.TimeLine.firing;
import static io.deskpulse.alerting.notification.TimeLine.hours;
import static io.deskpulse.alerting.notification.TimeLine.minutes;
import static io.deskpulse.alerting.notification.TimeLine.resolved;
import static io.deskpulse.alerting.notification.TimeLine.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Receivers that cannot be told, and instances that die. */
class FailingTest {
    @Test
    void receiverThatIsAwayIsToldAsSoonAsItIsBackUnderTheSameId() {
        Set<String> ids = new HashSet<>();
        TimeLine line =
                TimeLine.start().answers("default", times(2, new Outcome.Retry("status-503", Optional.empty()), ids));
        line.at(seconds(0)).fires("a");
        line.expect(firing("a")).at(seconds(10));
        line.expect(firing("a")).between(seconds(11), seconds(12));
        line.expect(firing("a")).between(seconds(13), seconds(16));
        line.run(minutes(30));
        assertThat(ids).hasSize(1);
        assertThat(line.reasons()).containsExactly("retry status-503", "retry status-503", "sent first");
    }

    @Test
    void receiverIsLeftAloneForAsLongAsItAsks() {
        TimeLine line = TimeLine.start()
                .answers(
                        "default",
                        times(
                                1,
                                new Outcome.Retry("rate-limited", Optional.of(Duration.ofSeconds(90))),
                                new HashSet<>()));
        line.at(seconds(0)).fires("a");
        line.expect(firing("a")).at(seconds(10));
        line.expect(firing("a")).at(seconds(100));
        line.run(minutes(30));
    }

    @Test
    void alertThatEndsWhileItsReceiverIsAwayIsNotToldAtAll() {
        TimeLine line = TimeLine.start()
                .answers(
                        "default",
                        times(1, new Outcome.Retry("status-503", Optional.of(Duration.ofMinutes(5))), new HashSet<>()));
        line.at(seconds(0)).fires("a");
        line.at(minutes(2)).resolves("a");
        line.expect(firing("a")).at(seconds(10));
        line.run(hours(1));
        assertThat(line.reasons()).containsExactly("retry status-503", "dropped not-told");
        assertThat(line.empty()).isTrue();
    }

    @Test
    void whatMayHaveArrivedIsToldAgainAndThenItsEnd() {
        TimeLine line = TimeLine.start()
                .answers(
                        "default",
                        times(1, new Outcome.Retry("timeout", Optional.of(Duration.ofMinutes(5))), new HashSet<>()));
        line.at(seconds(0)).fires("a");
        line.at(minutes(2)).resolves("a");
        line.expect(firing("a")).at(seconds(10));
        line.expect(firing("a")).at(minutes(5).plusSeconds(10));
        line.expect(resolved("a")).at(minutes(5).plusSeconds(10));
        line.run(hours(1));
        assertThat(line.reasons()).containsExactly("retry timeout", "sent in-doubt", "sent resolved");
    }

    @Test
    void receiverThatRefusesIsTriedAgainAtTheNextIntervalsAndTheAlertIsNotLost() {
        TimeLine line =
                TimeLine.start().answers("default", times(3, new Outcome.Refused("status-404"), new HashSet<>()));
        line.at(seconds(0)).fires("a");
        line.expect(firing("a")).at(seconds(10));
        line.expect(firing("a")).at(seconds(70));
        line.expect(firing("a")).at(seconds(190));
        line.expect(firing("a")).at(seconds(430));
        line.run(hours(1));
        assertThat(line.reasons())
                .containsExactly("failed status-404", "failed status-404", "failed status-404", "sent first");
    }

    @Test
    void oneReceiverThatFailsKeepsNoOtherWaiting() {
        TimeLine line = TimeLine.start()
                .routed(
                        """
                        {'route': {'receiver': 'default', 'groupWait': '0s', 'routes': [
                            {'receiver': 'broken', 'continue': true}, {'receiver': 'chat'}]}}""")
                .answers("broken", any -> new Outcome.Refused("status-410"));
        line.at(seconds(0)).fires("a");
        line.expect(firing("a")).to("broken").at(seconds(0));
        line.expect(firing("a")).to("chat").at(seconds(0));
        line.run(seconds(50));
    }

    @Test
    void instanceThatDiesAfterSendingCausesOneDuplicate() {
        TimeLine line = TimeLine.start();
        line.at(seconds(0)).diesAfterSending("default");
        line.at(seconds(0)).fires("a");
        line.at(minutes(30)).resolves("a");
        line.expect(firing("a")).at(seconds(10));
        line.expect(firing("a")).at(seconds(70));
        line.expect(resolved("a")).at(minutes(30));
        line.run(hours(1));
    }

    @Test
    void endIsToldThoughTheAlertEndedWhileNobodyKnewWhetherItWasTold() {
        TimeLine line = TimeLine.start();
        line.at(seconds(0)).diesAfterSending("default");
        line.at(seconds(0)).fires("a");
        line.at(seconds(30)).resolves("a");
        line.expect(firing("a")).at(seconds(10));
        line.expect(firing("a")).at(seconds(70));
        line.expect(resolved("a")).at(seconds(70));
        line.run(hours(1));
        assertThat(line.empty()).isTrue();
    }

    private static Function<Notification, Outcome> times(int number, Outcome outcome, Set<String> ids) {
        return new Function<>() {
            private int left = number;

            @Override
            public Outcome apply(Notification notification) {
                ids.add(notification.id());
                return left-- > 0 ? outcome : new Outcome.Sent();
            }
        };
    }
}
