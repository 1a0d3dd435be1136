package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notifications for tests: of the rule {@code low-resolution}, one alert for each variant. */
public final class Telling {
    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Telling() {}

    public static Alert firing(String tenant, String variant) {
        return alert(
                tenant,
                Map.of("variant", variant),
                State.FIRING,
                "Resolution of " + variant + " is 41 %",
                variant + " 的解决率为 41%");
    }

    public static Alert resolved(String tenant, String variant) {
        return alert(
                tenant,
                Map.of("variant", variant),
                State.NORMAL,
                "Resolution of " + variant + " is 41 %",
                variant + " 的解决率为 41%");
    }

    public static Alert alert(String tenant, Map<String, String> group, State state, String summary, String chinese) {
        Map<String, String> labels = new HashMap<>(group);
        labels.put(Labels.NAME, "low-resolution");
        labels.put(Labels.SEVERITY, "critical");
        Transition last = new Transition(
                tenant,
                "low-resolution",
                3,
                Labels.of(labels),
                group,
                Map.of("summary", Map.of("en", summary, "zh-CN", chinese)),
                Map.of("console", "https://desk.example/console/alerts", "rows", "https://desk.example/rows"),
                state.active() ? State.PENDING : State.FIRING,
                state,
                state.active() ? Reason.HELD : Reason.RECOVERED,
                new Evidence(0.41, 0.35, 0.47, 41d, 100d, 100L, 0.6, null, START.minusSeconds(300), START),
                START,
                START.plusMillis(1500),
                Duration.ofMinutes(2));
        return new Alert(
                last.fingerprint(),
                7,
                last,
                START.minusSeconds(120),
                START,
                state.active() ? null : START.plusSeconds(600),
                null,
                Map.of());
    }

    /** A notification of this id to the receiver {@code r}. */
    public static Notification of(String tenant, String id, Alert... alerts) {
        return new Notification(
                id,
                tenant,
                "r",
                "{}/{}:{alertname=\"low-resolution\"}",
                Map.of("alertname", "low-resolution"),
                List.of(alerts),
                0,
                0);
    }
}
