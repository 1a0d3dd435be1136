package io.deskpulse.alerting.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Transitions for tests: of the rule {@code rate}, one alert for each name. */
public record Decided(String tenant, String name) {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** A transition so many minutes after the start. */
    public Transition goes(State from, State to, int minute) {
        return goes(from, to, minute, Reason.BREACHED, Duration.ZERO);
    }

    public Transition goes(State from, State to, int minute, Reason reason, Duration held) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return new Transition(
                tenant,
                "rate",
                1,
                Labels.of(Map.of(Labels.NAME, "rate", Labels.SEVERITY, "warning", "variant", name)),
                Map.of("variant", name),
                Map.of("summary", Map.of("en", "It is low", "zh-CN", "偏低")),
                Map.of("rows", "https://desk.example/rows"),
                from,
                to,
                reason,
                new Evidence(0.4, 0.3, 0.5, 4d, 10d, 10L, 0.6, null, at.minusSeconds(300), at),
                at,
                at.plusMillis(1500),
                held);
    }

    /** The moment so many minutes after the start. */
    public static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    public String fingerprint() {
        return goes(State.NORMAL, State.PENDING, 0).fingerprint();
    }
}
