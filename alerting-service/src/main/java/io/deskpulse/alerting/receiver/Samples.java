package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Notifications of nothing, to see whether a receiver and its texts work. Stateless. */
public final class Samples {
    private static final String NAME = "deskpulse-test";
    private static final Map<String, Map<String, String>> ANNOTATIONS = Map.of(
            "summary", Map.of("en", "A test of this receiver", "zh-CN", "接收端测试"),
            "description", Map.of("en", "Somebody has asked for it. Nothing is wrong.", "zh-CN", "有人发起了测试，没有任何异常。"));

    private Samples() {}

    /** A notification that one alert fires, or no longer does. */
    public static Notification notification(String tenant, String receiver, boolean firing, Instant now) {
        return new Notification(
                "test-" + UUID.randomUUID(),
                tenant,
                receiver,
                "test:" + receiver,
                Map.of(Labels.NAME, NAME),
                List.of(alert(tenant, firing, now)),
                0,
                0);
    }

    private static Alert alert(String tenant, boolean firing, Instant now) {
        Transition last = new Transition(
                tenant,
                NAME,
                1,
                Labels.of(Map.of(Labels.NAME, NAME, Labels.SEVERITY, "info")),
                Map.of(),
                ANNOTATIONS,
                Map.of(),
                firing ? State.NORMAL : State.FIRING,
                firing ? State.FIRING : State.NORMAL,
                firing ? Reason.BREACHED : Reason.RECOVERED,
                Evidence.NONE,
                now,
                now,
                Duration.ZERO);
        return new Alert(
                last.fingerprint(),
                1,
                last,
                now.minusSeconds(60),
                now.minusSeconds(60),
                firing ? null : now,
                null,
                Map.of());
    }
}
