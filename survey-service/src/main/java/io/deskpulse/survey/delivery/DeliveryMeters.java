package io.deskpulse.survey.delivery;

import io.deskpulse.survey.offer.Means;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is planned and what becomes of it. At rest, {@code planned = sent + failed + waiting}, over all instances since
 * they started with nothing waiting. Thread-safe.
 */
@Singleton
class DeliveryMeters {
    private final MeterRegistry meters;
    private final Map<Means, AtomicLong> waiting = new EnumMap<>(Means.class);

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
        for (Means means : new Means[] {Means.EMAIL, Means.SMS}) {
            AtomicLong count = new AtomicLong();
            waiting.put(means, count);
            Gauge.builder("deskpulse.survey.deliveries.waiting", count, AtomicLong::get)
                    .description("Deliveries that wait to be sent, in the whole database; the same from each instance")
                    .tag("means", means.wire())
                    .register(meters);
        }
    }

    void planned(Means means) {
        meters.counter("deskpulse.survey.deliveries.planned", "means", means.wire())
                .increment();
    }

    void settled(Delivery delivery) {
        switch (delivery.state()) {
            case SENT ->
                meters.counter(
                                "deskpulse.survey.deliveries.sent",
                                "means",
                                delivery.means().wire())
                        .increment();
            case FAILED -> failed(delivery.means(), delivery.reason());
            case WAITING ->
                meters.counter(
                                "deskpulse.survey.deliveries.retries",
                                "means",
                                delivery.means().wire(),
                                "reason",
                                delivery.reason())
                        .increment();
        }
    }

    void failed(Means means, String reason) {
        meters.counter("deskpulse.survey.deliveries.failed", "means", means.wire(), "reason", reason)
                .increment();
    }

    void waiting(Map<Means, Long> counts) {
        waiting.forEach((means, gauge) -> gauge.set(counts.getOrDefault(means, 0L)));
    }
}
