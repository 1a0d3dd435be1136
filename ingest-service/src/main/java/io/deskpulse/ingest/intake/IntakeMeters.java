package io.deskpulse.ingest.intake;

import io.deskpulse.contracts.masking.MaskedKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what comes in and what becomes of it. At rest,
 * {@code received = accepted + rejected + refused}; while requests are under way their events are received only.
 * No tenant is a label: their number has no bound. Thread-safe.
 */
@ApplicationScoped
class IntakeMeters {
    private final Counter received;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter refused;
    private final Map<MaskedKind, Counter> masked = new EnumMap<>(MaskedKind.class);

    IntakeMeters(MeterRegistry meters) {
        this.received = Counter.builder("deskpulse.ingest.events.received")
                .description("Events found in requests; equals the sum of deskpulse_ingest_events_total at rest")
                .register(meters);
        this.accepted = result(meters, "accepted");
        this.rejected = result(meters, "rejected");
        this.refused = result(meters, "refused");
        for (MaskedKind kind : MaskedKind.values()) {
            masked.put(
                    kind,
                    Counter.builder("deskpulse.ingest.masked")
                            .description("Places in texts that were masked")
                            .tag("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
                            .register(meters));
        }
    }

    void received(int events) {
        received.increment(events);
    }

    /** Each event had its own result. */
    void answered(Inspection inspection) {
        accepted.increment(inspection.accepted());
        rejected.increment(inspection.rejected());
        List<MaskedKind> kinds = inspection.masked();
        for (int i = 0; i < kinds.size(); i++) {
            masked.get(kinds.get(i)).increment();
        }
    }

    /** The whole request was refused: too many, too much under way, or Kafka away. */
    void refused(int events) {
        refused.increment(events);
    }

    private static Counter result(MeterRegistry meters, String result) {
        return Counter.builder("deskpulse.ingest.events")
                .description("Events by result: accepted is stored, rejected breaks a rule, refused may be sent again")
                .tag("result", result)
                .register(meters);
    }
}
