package io.deskpulse.alerting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.receiver.Sender.Outcome.Retry;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout",
                "connection-lost",
                "status-502",
                "status-504",
                "smtp-away",
                "unexpected",
                "answer-unreadable",
                "paced"
            })
    void whatGotNoAnswerMayHaveArrived(String reason) {
        assertThat(Doubt.left(new Retry(reason, Optional.empty()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status-500",
                "status-503",
                "rate-limited",
                "host-unknown",
                "connection-refused",
                "connect-timeout",
                "tls-failed",
                "smtp-451",
                "code-9499"
            })
    void whatWasTurnedAwayOrNeverLeftHasNot(String reason) {
        assertThat(Doubt.left(new Retry(reason, Optional.empty()))).isFalse();
    }
}
