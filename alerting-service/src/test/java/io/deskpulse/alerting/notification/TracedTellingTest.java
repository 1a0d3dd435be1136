package io.deskpulse.alerting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.AlertTraces;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.kit.tracing.Tracing;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TracedTellingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Notification NOTIFICATION =
            new Notification("n-1", "demo", "default", "{}", Map.of(), List.of(), 0, 0);
    private static final Decision.Tell TELL = new Decision.Tell(Set.of("a", "b"), Set.of(), "new");

    private final Tracing tracing =
            new Tracing(SdkTracerProvider.builder().build().get("test"));

    @Test
    void whoSendsFindsTheTraceOfTheFirstDecision() {
        Known known = new Known(List.of(
                "00-" + TRACE + "-00f067aa0ba902b7-01", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"));

        assertThat(whileSending(new TracedTelling(tracing, known))).startsWith("00-" + TRACE);
    }

    @Test
    void withoutATraceThereIsNone() {
        assertThat(whileSending(new TracedTelling(tracing, new Known(List.of()))))
                .isNull();
    }

    @Test
    void switchedOffNobodyLooks() {
        assertThat(whileSending(new TracedTelling(Tracing.OFF, null))).isNull();
    }

    private String whileSending(TracedTelling telling) {
        AtomicReference<String> found = new AtomicReference<>();
        Sender.Outcome outcome = telling.send(NOTIFICATION, TELL, notification -> {
            found.set(tracing.current());
            return new Sender.Outcome.Sent();
        });
        assertThat(outcome).isEqualTo(new Sender.Outcome.Sent());
        return found.get();
    }

    private record Known(List<String> headers) implements AlertTraces {
        @Override
        public void note(List<Decided> decided) {
            throw new IllegalStateException("nothing is decided here");
        }

        @Override
        public List<String> of(String tenant, Collection<String> fingerprints) {
            return headers;
        }
    }
}
