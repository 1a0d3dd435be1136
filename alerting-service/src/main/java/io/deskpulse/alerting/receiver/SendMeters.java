package io.deskpulse.alerting.receiver;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/**
 * Counts what was sent ({@code deskpulse.alerting.receiver.sent}, by kind), what was put off because its receiver takes no more for now
 * ({@code deskpulse.alerting.receiver.paced}, by kind) and what failed ({@code deskpulse.alerting.receiver.failed}, by kind, reason and whether
 * it may work later). Thread-safe.
 */
@Singleton
class SendMeters {
    private static final String PACED = "paced";
    private static final String KIND = "kind";

    private final MeterRegistry registry;

    SendMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Kind kind, Sender.Outcome outcome) {
        if (outcome instanceof Sender.Outcome.Retry retry && retry.reason().equals(PACED)) {
            registry.counter("deskpulse.alerting.receiver.paced", KIND, kind.wire())
                    .increment();
        } else if (outcome instanceof Sender.Outcome.Retry retry) {
            failed(kind, retry.reason(), true);
        } else if (outcome instanceof Sender.Outcome.Refused refused) {
            failed(kind, refused.reason(), false);
        } else {
            registry.counter("deskpulse.alerting.receiver.sent", KIND, kind.wire())
                    .increment();
        }
    }

    private void failed(Kind kind, String reason, boolean again) {
        registry.counter(
                        "deskpulse.alerting.receiver.failed",
                        KIND,
                        kind.wire(),
                        "reason",
                        reason,
                        "again",
                        String.valueOf(again))
                .increment();
    }
}
